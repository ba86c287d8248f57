using Keyline.Identity.Roles;

namespace Keyline.Portal.Roles;

/// <summary>The catalogue of roles, with how many groups have each.</summary>
public sealed record RolesModel(string Query, IReadOnlyList<Role> Roles, IReadOnlyDictionary<string, int> Mapped, bool MayGrant);
