using Keyline.Identity.Federation;
using Keyline.Identity.Groups;
using Keyline.Identity.People;
using Keyline.Storage.Core;
using Keyline.Storage.Identity.Rows;
using Microsoft.EntityFrameworkCore;

namespace Keyline.Storage.Identity;

/// <summary>Groups and memberships.</summary>
internal sealed class GroupStore(IdentityContext db) : IGroupStore
{
    private IQueryable<Group> Groups => db.Set<Group>().AsNoTracking();

    private IQueryable<Membership> Memberships => db.Set<Membership>().AsNoTracking();

    public Task<Group?> FindAsync(TenantId tenantId, GroupId id, CancellationToken ct) =>
        Groups.FirstOrDefaultAsync(group => group.TenantId == tenantId && group.Id == id, ct);

    public async Task<IReadOnlyList<Group>> FindByKeysAsync(ConnectionId connectionId, IReadOnlyCollection<string> keys, CancellationToken ct) =>
        await Groups.Where(group => group.ConnectionId == connectionId && keys.Contains(group.Key)).ToListAsync(ct);

    public async Task<IReadOnlyList<Group>> SearchAsync(TenantId tenantId, string text, GroupId? after, int limit, CancellationToken ct)
    {
        var groups = Groups.Where(group => group.TenantId == tenantId);
        if (text.Length > 0)
        {
            var pattern = Like.Containing(LookupKey.Name(text));
            groups = groups.Where(group => EF.Functions.Like(EF.Property<string>(group, PeopleRows.SearchKey), pattern, Like.Escape));
        }

        if (after is { } last)
        {
            groups = groups.Where(group => group.Id > last);
        }

        return await groups.OrderBy(group => group.Id).Take(limit).ToListAsync(ct);
    }

    public async Task<IReadOnlyList<Group>> ListOfPersonAsync(TenantId tenantId, PersonId personId, CancellationToken ct) =>
        await (from membership in Memberships
               join theirs in Groups on membership.GroupId equals theirs.Id
               where membership.PersonId == personId && theirs.TenantId == tenantId
               orderby theirs.Id
               select theirs).ToListAsync(ct);

    public async Task<IReadOnlyList<PersonId>> ListMembersAsync(
        TenantId tenantId, GroupId groupId, PersonId? after, int limit, CancellationToken ct)
    {
        var members = Memberships.Where(membership => membership.TenantId == tenantId && membership.GroupId == groupId);
        if (after is { } last)
        {
            members = members.Where(membership => membership.PersonId > last);
        }

        return await members.OrderBy(membership => membership.PersonId).Select(membership => membership.PersonId).Take(limit).ToListAsync(ct);
    }

    public void Add(Group group)
    {
        db.Add(group);
        Fold(group);
    }

    public void Update(Group group)
    {
        db.Replace(group);
        Fold(group);
    }

    public void AddMember(TenantId tenantId, GroupId groupId, PersonId personId, DateTimeOffset since) =>
        db.Add(new Membership { TenantId = tenantId, GroupId = groupId, PersonId = personId, Since = since });

    public void RemoveMember(TenantId tenantId, GroupId groupId, PersonId personId) =>
        db.Remove(new Membership { TenantId = tenantId, GroupId = groupId, PersonId = personId, Since = default });

    private void Fold(Group group) => db.SetShadow(group, PeopleRows.SearchKey, StoredText.Cut(LookupKey.Name($"{group.Name} {group.Key}"), PeopleRows.MaxSearchKeyLength));
}
