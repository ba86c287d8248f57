using Keyline.Identity.Federation;
using Keyline.Identity.Groups;
using Keyline.Identity.People;

namespace Keyline.Testing.Identity;

public sealed class FakeGroups(FakeJournal journal) : IGroupStore
{
    public IList<Group> All { get; } = [];

    public ISet<(GroupId Group, PersonId Person)> Members { get; } = new HashSet<(GroupId, PersonId)>();

    public Task<Group?> FindAsync(TenantId tenantId, GroupId id, CancellationToken ct) =>
        Task.FromResult(All.FirstOrDefault(group => group.TenantId == tenantId && group.Id == id));

    public Task<IReadOnlyList<Group>> FindByKeysAsync(ConnectionId connectionId, IReadOnlyCollection<string> keys, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<Group>>([.. All.Where(group => group.ConnectionId == connectionId && keys.Contains(group.Key))]);

    public Task<IReadOnlyList<Group>> SearchAsync(TenantId tenantId, string text, GroupId? after, int limit, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<Group>>([.. All.Where(group => group.TenantId == tenantId && group.Name.Contains(text, StringComparison.OrdinalIgnoreCase)).Take(limit)]);

    public Task<IReadOnlyList<Group>> ListOfPersonAsync(TenantId tenantId, PersonId personId, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<Group>>([.. All.Where(group => group.TenantId == tenantId && Members.Contains((group.Id, personId)))]);

    public Task<IReadOnlyList<PersonId>> ListMembersAsync(TenantId tenantId, GroupId groupId, PersonId? after, int limit, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<PersonId>>([.. Members.Where(member => member.Group == groupId).Select(member => member.Person).Take(limit)]);

    public void Add(Group group) => journal.Pend(
        () => All.All(other => other.ConnectionId != group.ConnectionId || other.Key != group.Key), () => All.Add(group));

    public void Update(Group group) => journal.Pend(() => All[All.IndexOf(All.First(other => other.Id == group.Id))] = group);

    public void AddMember(TenantId tenantId, GroupId groupId, PersonId personId, DateTimeOffset since) =>
        journal.Pend(() => Members.Add((groupId, personId)));

    public void RemoveMember(TenantId tenantId, GroupId groupId, PersonId personId) =>
        journal.Pend(() => Members.Remove((groupId, personId)));
}
