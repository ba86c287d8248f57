namespace Keyline.Identity.Domains;

/// <summary>Port: what scheduled work asks of all tenants' domains.</summary>
public interface IDomainSchedule
{
    /// <summary>Verified claims that were last checked before an instant.</summary>
    Task<IReadOnlyList<Domain>> ListDueAsync(DateTimeOffset checkedBefore, int limit, CancellationToken ct);

    /// <summary>Claims without proof that were made before an instant: never verified, or lost.</summary>
    Task<IReadOnlyList<Domain>> ListUnprovedAsync(DateTimeOffset claimedBefore, int limit, CancellationToken ct);

    /// <summary>Takes one check for this node, at once; false when another node has taken it since the claim was read.</summary>
    Task<bool> TakeCheckAsync(Domain seen, DateTimeOffset now, CancellationToken ct);
}
