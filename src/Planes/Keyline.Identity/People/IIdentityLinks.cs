using Keyline.Identity.Federation;

namespace Keyline.Identity.People;

/// <summary>Port: who is who at which connection.</summary>
public interface IIdentityLinks
{
    Task<PersonIdentity?> FindAsync(ConnectionId connectionId, string subject, CancellationToken ct);

    Task<IReadOnlyList<PersonIdentity>> ListAsync(PersonId personId, CancellationToken ct);

    /// <summary>How many identities a connection has.</summary>
    Task<int> CountAsync(TenantId tenantId, ConnectionId connectionId, CancellationToken ct);

    void Add(PersonIdentity identity);

    void Remove(PersonIdentity identity);
}
