namespace Keyline.Identity.Roles;

/// <summary>What decides about roles in a tenant.</summary>
/// <param name="CustomRoles">The tenant's own roles.</param>
/// <param name="Mappings">Group to role.</param>
/// <param name="Grants">Direct grants; those of other people do no harm.</param>
public sealed record AccessRules(
    IReadOnlyList<CustomRole> CustomRoles, IReadOnlyList<Mapping> Mappings, IReadOnlyList<DirectGrant> Grants);
