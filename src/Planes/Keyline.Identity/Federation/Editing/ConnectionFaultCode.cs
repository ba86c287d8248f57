namespace Keyline.Identity.Federation.Editing;

/// <summary>Why a connection was not made or changed.</summary>
public enum ConnectionFaultCode
{
    /// <summary>The tenant has no such connection.</summary>
    NotFound,

    /// <summary>The tenant's plan has no single sign-on.</summary>
    PlanWithoutSso,

    /// <summary>The name in addresses is not of the right form, or kept for Keyline itself.</summary>
    BadSlug,

    /// <summary>The tenant has a connection of that name already.</summary>
    SlugTaken,

    /// <summary>The name is empty, too long or not one line.</summary>
    BadName,

    /// <summary>The settings contradict themselves, or are of another protocol.</summary>
    BadSettings,

    /// <summary>The tenant has as many connections as one may have.</summary>
    TooMany,

    /// <summary>No test has succeeded with the settings as they are.</summary>
    NotTested,

    /// <summary>It is the last way in for an administrator (I8).</summary>
    LastWayIn,

    /// <summary>What came is not an IdP's metadata.</summary>
    MetadataUnreadable,

    /// <summary>The metadata could not be fetched.</summary>
    MetadataUnreachable,

    /// <summary>No difference waits for a decision.</summary>
    NothingHeld,

    /// <summary>Somebody else changed the same at the same time.</summary>
    Conflict,
}
