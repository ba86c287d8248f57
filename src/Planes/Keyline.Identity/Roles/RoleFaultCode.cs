namespace Keyline.Identity.Roles;

/// <summary>Why a role, a mapping or a grant was not made or changed.</summary>
public enum RoleFaultCode
{
    /// <summary>The name is not made of lower-case letters, digits and hyphens.</summary>
    BadName,

    /// <summary>The description or the reason is empty, too long or has control characters.</summary>
    BadText,

    /// <summary>The name is a built-in role's, which can't be made, changed or deleted.</summary>
    BuiltIn,

    /// <summary>The tenant has a role of that name.</summary>
    RoleExists,

    /// <summary>No such permission exists.</summary>
    UnknownPermission,

    /// <summary>The permission is for the operator's staff alone.</summary>
    OperatorPermission,

    /// <summary>The role has permissions that the actor does not hold.</summary>
    BeyondOwn,

    /// <summary>There is no such role.</summary>
    UnknownRole,

    /// <summary>Groups or people have the role.</summary>
    RoleInUse,

    /// <summary>There is no such group.</summary>
    UnknownGroup,

    /// <summary>There is no such connection.</summary>
    UnknownConnection,

    /// <summary>The group is known already.</summary>
    GroupExists,

    /// <summary>The group is an identity provider's, which alone says who is in it.</summary>
    NotLocal,

    /// <summary>There is no such person.</summary>
    UnknownPerson,

    /// <summary>The role is held in the whole tenant or not at all.</summary>
    NotPerSite,

    /// <summary>The group has that role there already.</summary>
    AlreadyMapped,

    /// <summary>A direct grant must end, within 90 days.</summary>
    BadExpiry,

    /// <summary>There is no such mapping or grant.</summary>
    NotFound,

    /// <summary>The tenant has as many as one may have.</summary>
    TooMany,

    /// <summary>I8: after it no administrator could come in.</summary>
    LocksOut,

    /// <summary>Somebody else changed the same at the same time.</summary>
    Conflict,
}
