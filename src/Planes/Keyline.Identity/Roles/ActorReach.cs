using Keyline.Identity.Changes;

namespace Keyline.Identity.Roles;

/// <summary>
/// Nobody acts for, or becomes, people who may do more than they may themselves. Pure.
/// </summary>
public static class ActorReach
{
    /// <summary>A permission that the other has, in the tenant or at a site, and the actor has not; null when there is none.</summary>
    public static string? Beyond(Actor actor, PersonAccess other) =>
        other.Permissions.FirstOrDefault(permission => !actor.Has(permission))
        ?? other.SitePermissions.SelectMany(site => site.Value.Where(permission => !actor.Has(permission, site.Key))).FirstOrDefault();
}
