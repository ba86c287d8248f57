using Keyline.Identity.Changes;
using Keyline.Identity.Roles;

namespace Keyline.Identity.BreakGlass;

/// <summary>What a break-glass account may do is the measure of who may hand one out. Pure.</summary>
public static class BreakGlassReach
{
    /// <summary>A permission of the tenant's break-glass accounts that the actor has not; null when there is none.</summary>
    public static string? Missing(Actor actor)
    {
        var role = actor.Tenant.IsOperator
            ? BuiltInRoles.OfOperator.First(role => role.Name == BuiltInRoles.Operator)
            : BuiltInRoles.OfTenants.First(role => role.Name == BuiltInRoles.Admin);
        return role.Permissions.FirstOrDefault(permission => !actor.Has(permission));
    }
}
