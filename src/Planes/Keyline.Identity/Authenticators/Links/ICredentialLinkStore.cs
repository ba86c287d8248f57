using Keyline.Identity.People;

namespace Keyline.Identity.Authenticators.Links;

/// <summary>Port: one-time links for credentials.</summary>
public interface ICredentialLinkStore
{
    /// <summary>Adds with the next commit; earlier links of the person are worth nothing after it.</summary>
    Task AddAsync(CredentialLink link, CancellationToken ct);

    Task<CredentialLink?> FindAsync(TenantId tenantId, byte[] secretHash, CancellationToken ct);

    /// <summary>Spends it at once: true for exactly one caller, on any node.</summary>
    Task<bool> SpendAsync(CredentialLinkId id, DateTimeOffset now, CancellationToken ct);

    /// <summary>Removes all of a person with the next commit.</summary>
    Task RemoveAllAsync(TenantId tenantId, PersonId personId, CancellationToken ct);

    Task<int> RemoveExpiredAsync(DateTimeOffset now, CancellationToken ct);
}
