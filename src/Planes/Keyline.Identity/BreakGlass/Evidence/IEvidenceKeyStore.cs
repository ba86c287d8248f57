namespace Keyline.Identity.BreakGlass.Evidence;

/// <summary>Port: the installation's evidence keys.</summary>
public interface IEvidenceKeyStore
{
    /// <summary>All keys, the newest first.</summary>
    Task<IReadOnlyList<EvidenceKey>> ListAsync(CancellationToken ct);

    /// <summary>Keeps a key at once, if there is still no other: true for exactly one caller, on any node.</summary>
    Task<bool> TryAddFirstAsync(EvidenceKey key, CancellationToken ct);
}
