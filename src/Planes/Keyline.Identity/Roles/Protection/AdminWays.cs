using Keyline.Identity.Federation;
using Keyline.Identity.Groups;
using Keyline.Identity.People;
using Keyline.Tenancy;

namespace Keyline.Identity.Roles.Protection;

/// <summary>
/// I8: no change leaves a tenant without a way in for an administrator. A way in is a break-glass account that is set up, or an
/// active person who is an administrator through a group (I5: not by hand) at a connection that is switched on.
/// </summary>
public sealed class AdminWays(
    IPersonStore people, IGroupStore groups, IRoleStore roles, IConnectionStore connections, IBreakGlassWays breakGlass)
{
    private const int PageSize = 200;

    /// <summary>Whether a change would close the last way in that is open now.</summary>
    public async Task<bool> WouldCloseAsync(Tenant tenant, WayChange change, CancellationToken ct) =>
        !await AnyAsync(tenant, change, ct) && await AnyAsync(tenant, null, ct);

    /// <summary>Whether an administrator can come in, with a change or as things are.</summary>
    public async Task<bool> AnyAsync(Tenant tenant, WayChange? change, CancellationToken ct)
    {
        var gone = (change as WayChange.NoPerson)?.Id;
        if (await breakGlass.AnyAsync(tenant.Id, gone, ct))
        {
            return true;
        }

        if (!tenant.IncludesSso || change is WayChange.NoSso)
        {
            return false;
        }

        foreach (var group in await ListGroupsAsync(tenant, change, ct))
        {
            if (await HasMemberAsync(tenant.Id, group, gone, ct))
            {
                return true;
            }
        }

        return false;
    }

    private async Task<IReadOnlyList<GroupId>> ListGroupsAsync(Tenant tenant, WayChange? change, CancellationToken ct)
    {
        var administering = Administering(tenant, await roles.ListCustomRolesAsync(tenant.Id, ct), change as WayChange.OtherRole);
        var open = (await connections.ListAsync(tenant.Id, ct))
            .Where(connection => connection.Enabled && connection.Id != (change as WayChange.NoConnection)?.Id)
            .Select(connection => connection.Id).ToHashSet();
        var found = new List<GroupId>();
        foreach (var mapping in await roles.ListMappingsAsync(tenant.Id, ct))
        {
            if (mapping.SiteId is null && administering.Contains(mapping.Role) && mapping.Id != (change as WayChange.NoMapping)?.Id
                && await groups.FindAsync(tenant.Id, mapping.GroupId, ct) is { } group && open.Contains(group.ConnectionId))
            {
                found.Add(group.Id);
            }
        }

        return found;
    }

    // Who can give roles can give back whatever else is missing.
    private static HashSet<string> Administering(Tenant tenant, IReadOnlyList<CustomRole> custom, WayChange.OtherRole? other) =>
    [
        .. RoleResolution.Catalogue(tenant, custom.Select(role => role.Name == other?.Name ? role with { Permissions = other.Permissions } : role))
            .Values.Where(role => role.Permissions.Contains(Permissions.RolesGrant)).Select(role => role.Name),
    ];

    private async Task<bool> HasMemberAsync(TenantId tenantId, GroupId group, PersonId? gone, CancellationToken ct)
    {
        PersonId? after = null;
        while (true)
        {
            var page = await groups.ListMembersAsync(tenantId, group, after, PageSize, ct);
            foreach (var member in page)
            {
                if (member != gone && await people.FindAsync(tenantId, member, ct) is { State: PersonState.Active })
                {
                    return true;
                }
            }

            if (page.Count < PageSize)
            {
                return false;
            }

            after = page[^1];
        }
    }
}
