using Keyline.Identity.Federation;
using Keyline.Identity.People;

namespace Keyline.Testing.Identity;

public sealed class FakeLinks(FakeJournal journal) : IIdentityLinks
{
    public IList<PersonIdentity> All { get; } = [];

    public Task<PersonIdentity?> FindAsync(ConnectionId connectionId, string subject, CancellationToken ct) =>
        Task.FromResult(All.FirstOrDefault(link => link.ConnectionId == connectionId && link.Subject == subject));

    public Task<IReadOnlyList<PersonIdentity>> ListAsync(PersonId personId, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<PersonIdentity>>([.. All.Where(link => link.PersonId == personId)]);

    public Task<int> CountAsync(TenantId tenantId, ConnectionId connectionId, CancellationToken ct) =>
        Task.FromResult(All.Count(link => link.TenantId == tenantId && link.ConnectionId == connectionId));

    public void Add(PersonIdentity identity) => journal.Pend(
        () => All.All(link => link.ConnectionId != identity.ConnectionId || link.Subject != identity.Subject),
        () => All.Add(identity));

    public void Remove(PersonIdentity identity) => journal.Pend(() => All.Remove(identity));
}
