namespace Keyline.Identity.People;

/// <summary>Why a person was not changed.</summary>
public enum PersonFaultCode
{
    /// <summary>There is no such person.</summary>
    NotFound,

    /// <summary>Break-glass accounts are looked after on their own page.</summary>
    BreakGlassAccount,

    /// <summary>Nobody deactivates themselves.</summary>
    Self,

    /// <summary>The person holds permissions that the actor does not hold.</summary>
    BeyondOwn,

    /// <summary>I8: after it no administrator could come in.</summary>
    LocksOut,

    /// <summary>A name, address, number or extension is empty, too long or not of its form.</summary>
    BadDetails,

    /// <summary>Somebody of the tenant has the user name or the address already.</summary>
    NameTaken,

    /// <summary>The tenant has no such connection.</summary>
    UnknownConnection,

    /// <summary>Somebody else changed the same at the same time.</summary>
    Conflict,
}
