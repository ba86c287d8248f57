namespace Keyline.Identity.Federation.Managing;

/// <summary>Why a connection was not changed.</summary>
public enum ConnectionFaultCode
{
    /// <summary>Whoever asks may not change connections, or not this one.</summary>
    NotPermitted,

    /// <summary>The tenant's plan has no single sign-on.</summary>
    PlanWithoutSso,

    /// <summary>There is no such connection.</summary>
    NotFound,

    /// <summary>There is no such preset.</summary>
    UnknownPreset,

    /// <summary>The tenant has as many connections as it may have.</summary>
    TooMany,

    /// <summary>A setting can't be as it was given; <see cref="ConnectionFault.Field"/> names it.</summary>
    InvalidSetting,

    /// <summary>The settings are of another protocol than the connection.</summary>
    WrongKind,

    /// <summary>The metadata is no metadata of an IdP that can be used.</summary>
    MetadataUnreadable,

    /// <summary>The document describes several IdPs, and none of them was chosen.</summary>
    SeveralProviders,

    /// <summary>The metadata's address gave no answer.</summary>
    MetadataUnreachable,

    /// <summary>No changed metadata waits for a decision.</summary>
    NothingHeld,

    /// <summary>Directory passwords would be readable on the way, and the operator has not allowed that.</summary>
    ClearTextRefused,

    /// <summary>The connection was not tested with its settings as they are.</summary>
    NotTested,

    /// <summary>The settings are not complete.</summary>
    NotComplete,

    /// <summary>No administrator could sign in any more.</summary>
    LastWayIn,

    /// <summary>A connection that is switched on can't be removed.</summary>
    StillEnabled,

    /// <summary>Somebody else changed the same at the same time.</summary>
    Conflict,
}
