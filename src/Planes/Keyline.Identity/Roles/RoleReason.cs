using Keyline.Identity.Groups;

namespace Keyline.Identity.Roles;

/// <summary>Why a person has a role.</summary>
public abstract record RoleReason
{
    private RoleReason()
    {
    }

    /// <summary>The person is in a group, and the group is mapped to the role.</summary>
    public sealed record ByGroup(Group Group, Mapping Mapping) : RoleReason;

    /// <summary>Somebody gave it to this person by hand: drift, until it expires.</summary>
    public sealed record ByGrant(DirectGrant Grant) : RoleReason;

    /// <summary>The account is a break-glass account, which is an administrator by its nature.</summary>
    public sealed record ByBreakGlass : RoleReason;

    /// <summary>Every active person of a tenant is at least a user.</summary>
    public sealed record ByBelonging : RoleReason;
}
