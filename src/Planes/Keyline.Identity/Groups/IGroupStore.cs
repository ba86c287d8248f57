using Keyline.Identity.Federation;
using Keyline.Identity.People;

namespace Keyline.Identity.Groups;

/// <summary>Port: groups and who is in them.</summary>
public interface IGroupStore
{
    Task<Group?> FindAsync(TenantId tenantId, GroupId id, CancellationToken ct);

    /// <summary>The groups of a connection with these keys.</summary>
    Task<IReadOnlyList<Group>> FindByKeysAsync(ConnectionId connectionId, IReadOnlyCollection<string> keys, CancellationToken ct);

    Task<IReadOnlyList<Group>> SearchAsync(TenantId tenantId, string text, GroupId? after, int limit, CancellationToken ct);

    Task<IReadOnlyList<Group>> ListOfPersonAsync(TenantId tenantId, PersonId personId, CancellationToken ct);

    Task<IReadOnlyList<PersonId>> ListMembersAsync(TenantId tenantId, GroupId groupId, PersonId? after, int limit, CancellationToken ct);

    void Add(Group group);

    void Update(Group group);

    void AddMember(TenantId tenantId, GroupId groupId, PersonId personId, DateTimeOffset since);

    void RemoveMember(TenantId tenantId, GroupId groupId, PersonId personId);
}
