using Keyline.Identity.Groups;
using Keyline.Identity.People;
using Keyline.Tenancy;

namespace Keyline.Identity.Roles;

/// <summary>Works out what roles a person has, and why. Pure.</summary>
public static class RoleResolution
{
    /// <summary>The roles of a person, each once per scope, with all reasons.</summary>
    public static IReadOnlyList<EffectiveRole> Resolve(
        Tenant tenant, Person person, IReadOnlyList<Group> groups, AccessRules rules, DateTimeOffset now)
    {
        if (person.State != PersonState.Active || person.TenantId != tenant.Id)
        {
            return [];
        }

        var catalogue = Catalogue(tenant, rules.CustomRoles);
        var found = new List<(string Role, SiteId? Site, RoleReason Reason)>();
        if (person.Kind == PersonKind.BreakGlass)
        {
            found.Add((tenant.IsOperator ? BuiltInRoles.Operator : BuiltInRoles.Admin, null, new RoleReason.ByBreakGlass()));
        }

        var mine = groups.ToDictionary(group => group.Id);
        foreach (var mapping in rules.Mappings)
        {
            if (mapping.TenantId == tenant.Id && mine.TryGetValue(mapping.GroupId, out var group) && group.TenantId == tenant.Id)
            {
                found.Add((mapping.Role, mapping.SiteId, new RoleReason.ByGroup(group, mapping)));
            }
        }

        foreach (var grant in rules.Grants)
        {
            if (grant.TenantId == tenant.Id && grant.PersonId == person.Id && grant.ExpiresAt > now)
            {
                found.Add((grant.Role, grant.SiteId, new RoleReason.ByGrant(grant)));
            }
        }

        if (!found.Exists(entry => entry is { Role: BuiltInRoles.User, Site: null }))
        {
            found.Add((BuiltInRoles.User, null, new RoleReason.ByBelonging()));
        }

        return
        [
            .. from entry in found
               where catalogue.ContainsKey(entry.Role)
               group entry.Reason by (entry.Role, entry.Site) into reasons
               orderby reasons.Key.Role, reasons.Key.Site?.Value
               select new EffectiveRole(catalogue[reasons.Key.Role], reasons.Key.Site, [.. reasons]),
        ];
    }

    /// <summary>The roles that exist in a tenant, by name. A custom role can't take a built-in one's name.</summary>
    public static IReadOnlyDictionary<string, Role> Catalogue(Tenant tenant, IEnumerable<CustomRole> customRoles)
    {
        var roles = customRoles
            .Where(custom => custom.TenantId == tenant.Id)
            .ToDictionary(custom => custom.Name, FromCustom, StringComparer.Ordinal);
        foreach (var role in BuiltInRoles.OfTenants.Concat(tenant.IsOperator ? BuiltInRoles.OfOperator : []))
        {
            roles[role.Name] = role;
        }

        return roles;
    }

    // A permission of the operator's is worth nothing in a customer's role, whatever its row says.
    private static Role FromCustom(CustomRole custom) => new()
    {
        Name = custom.Name,
        Description = custom.Description,
        Permissions = [.. custom.Permissions.Where(p => Permissions.All.Contains(p) && p is not (Permissions.TenantsRead or Permissions.TenantsManage))],
        PerSite = custom.PerSite,
    };
}
