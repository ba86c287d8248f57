using Keyline.Identity.Federation;

namespace Keyline.Identity.People;

/// <summary>Port: who is who at which connection.</summary>
public interface IIdentityLinks
{
    Task<PersonIdentity?> FindAsync(ConnectionId connectionId, string subject, CancellationToken ct);

    Task<IReadOnlyList<PersonIdentity>> ListAsync(PersonId personId, CancellationToken ct);

    void Add(PersonIdentity identity);

    void Remove(PersonIdentity identity);
}
