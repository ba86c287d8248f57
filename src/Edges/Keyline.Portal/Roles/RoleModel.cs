using Keyline.Identity.Roles;

namespace Keyline.Portal.Roles;

/// <summary>One role, and which groups have it.</summary>
public sealed record RoleModel(Role Role, IReadOnlyList<MappingRow> Mappings, SiteNames Sites, bool MayChange);
