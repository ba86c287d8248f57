namespace Keyline.Identity.SetupLinks;

/// <summary>Why a set-up link was not made, or does not open.</summary>
public enum SetupFaultCode
{
    /// <summary>There is no such link.</summary>
    Unknown,

    /// <summary>Its time is over.</summary>
    Expired,

    /// <summary>It was taken back.</summary>
    Revoked,

    /// <summary>What it was for is done.</summary>
    Finished,

    /// <summary>It has not been begun.</summary>
    NotBegun,

    /// <summary>It belongs to the browser that used it first.</summary>
    OtherBrowser,

    /// <summary>The tenant's plan has no single sign-on.</summary>
    PlanWithoutSso,

    /// <summary>The label is empty, too long or has control characters.</summary>
    BadLabel,

    /// <summary>The lifetime is out of bounds.</summary>
    BadLifetime,

    /// <summary>The tenant has no such connection.</summary>
    UnknownConnection,

    /// <summary>Another connection was set up with it already.</summary>
    OtherConnection,

    /// <summary>Somebody else changed the same at the same time.</summary>
    Conflict,
}
