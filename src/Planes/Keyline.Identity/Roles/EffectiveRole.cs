namespace Keyline.Identity.Roles;

/// <summary>A role that a person has at a scope, with every reason why.</summary>
/// <param name="Role">The role.</param>
/// <param name="SiteId">The site, or null for the whole tenant.</param>
/// <param name="Reasons">Why: at least one.</param>
public sealed record EffectiveRole(Role Role, SiteId? SiteId, IReadOnlyList<RoleReason> Reasons);
