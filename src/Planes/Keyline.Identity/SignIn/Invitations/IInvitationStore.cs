namespace Keyline.Identity.SignIn.Invitations;

/// <summary>Port: invitations.</summary>
public interface IInvitationStore
{
    void Add(Invitation invitation);

    Task<Invitation?> FindAsync(TenantId tenantId, byte[] tokenHash, CancellationToken ct);

    /// <summary>Spends an invitation at once: true for exactly one caller, on any node.</summary>
    Task<bool> SpendAsync(TenantId tenantId, Guid id, DateTimeOffset now, CancellationToken ct);

    Task<int> RemoveExpiredAsync(DateTimeOffset now, CancellationToken ct);
}
