using Keyline.Identity.Changes;

namespace Keyline.Identity.Roles;

/// <summary>Nobody gives, takes or shapes what they do not hold themselves. Pure.</summary>
public static class GrantLimits
{
    /// <summary>Nothing when the actor holds all of a role's permissions at a scope.</summary>
    public static Result<Unit, RoleFault> Check(Actor actor, string role, IEnumerable<string> permissions, SiteId? site)
    {
        var missing = permissions.Where(permission => !actor.Has(permission, site)).Order(StringComparer.Ordinal).ToList();
        return missing.Count == 0
            ? new Unit()
            : new RoleFault(RoleFaultCode.BeyondOwn,
                $"the role '{role}' has permissions that you do not hold yourself: {string.Join(", ", missing)}. Somebody who holds them can do it");
    }

    /// <summary>Nothing when a role of the tenant's own can have these permissions.</summary>
    public static Result<Unit, RoleFault> CheckNames(IReadOnlyList<string> permissions)
    {
        if (permissions.FirstOrDefault(permission => !Permissions.All.Contains(permission)) is { } unknown)
        {
            var shown = unknown.Length > 80 ? unknown[..80] + "…" : unknown;
            return new RoleFault(RoleFaultCode.UnknownPermission, $"there is no permission '{shown}'");
        }

        return permissions.FirstOrDefault(permission => permission is Permissions.TenantsRead or Permissions.TenantsManage) is { } operators
            ? new RoleFault(RoleFaultCode.OperatorPermission, $"'{operators}' is for the operator's staff alone and can't be in a tenant's own role")
            : new Unit();
    }
}
