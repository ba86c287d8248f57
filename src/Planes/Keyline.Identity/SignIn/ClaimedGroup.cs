namespace Keyline.Identity.SignIn;

/// <summary>A group that the IdP says the person is in.</summary>
/// <param name="Key">The IdP's own key: an object id, a DN or a name. Roles of the IdP begin with <c>role:</c>.</param>
/// <param name="Name">The name for reading; the key where the IdP gives no name.</param>
public sealed record ClaimedGroup(string Key, string Name)
{
    /// <summary>What begins the key of a group that is a role at the IdP.</summary>
    public const string RolePrefix = "role:";

    /// <summary>A role of the IdP, as a group.</summary>
    public static ClaimedGroup OfRole(string role) => new(RolePrefix + role, RolePrefix + role);
}
