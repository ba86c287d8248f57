using Keyline.Devices.Sites;
using Keyline.Identity.Federation;
using Keyline.Identity.Groups;
using Keyline.Identity.People;
using Keyline.Identity.Roles;
using Keyline.Portal.Frame;
using Keyline.Portal.Requests;
using Keyline.Portal.Roles;
using Microsoft.AspNetCore.Http;

namespace Keyline.Portal.Groups;

/// <summary>Reads what the page of one group shows.</summary>
public sealed class GroupReader(
    IGroupStore groups, IConnectionStore connections, IPersonStore people, IRoleStore roles, RoleCatalogue catalogue, ISiteStore sites)
{
    internal async Task<GroupModel?> ReadAsync(HttpContext context, Guid id, ListQuery query, CancellationToken ct)
    {
        var tenant = context.Tenant();
        if (await groups.FindAsync(tenant.Id, new GroupId(id), ct) is not { } group)
        {
            return null;
        }

        PersonId? after = query.After is { } last ? new PersonId(last) : null;
        var found = await groups.ListMembersAsync(tenant.Id, group.Id, after, ListQuery.PageSize + 1, ct);
        var members = new List<Person>();
        foreach (var member in found.Take(ListQuery.PageSize))
        {
            if (await people.FindAsync(tenant.Id, member, ct) is { } person)
            {
                members.Add(person);
            }
        }

        var names = await SiteNames.ReadAsync(sites, tenant.Id, ct);
        return new GroupModel
        {
            Group = group,
            Connection = await connections.FindAsync(tenant.Id, group.ConnectionId, ct),
            Mappings = [.. (await roles.ListMappingsAsync(tenant.Id, ct)).Where(mapping => mapping.GroupId == group.Id)],
            Members = members,
            Paging = query.Paging(
                new TenantPaths(tenant.Slug.Value).InConsole($"groups/{id}"), found.Count > ListQuery.PageSize ? found[ListQuery.PageSize - 1].Value : null),
            Sites = names,
            Choices = RoleChoices.Of(await catalogue.ReadAsync(tenant, ct), names),
            MayMap = context.SignedIn().Access.Has(Permissions.RolesGrant),
        };
    }
}
