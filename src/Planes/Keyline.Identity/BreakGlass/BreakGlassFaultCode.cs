namespace Keyline.Identity.BreakGlass;

/// <summary>Why something about a break-glass account was refused.</summary>
public enum BreakGlassFaultCode
{
    UnknownAccount,

    /// <summary>The user name is empty, too long, or has characters that no login can have.</summary>
    BadUserName,

    /// <summary>Somebody of the tenant has this user name.</summary>
    UserNameTaken,

    /// <summary>A network is not written as an address or as CIDR, or there are too many.</summary>
    BadNetwork,

    /// <summary>SSO is required, and this is the last account that could come in without it.</summary>
    LastWayIn,

    /// <summary>SSO can't be required: no break-glass account is usable and was tested in the last 90 days.</summary>
    NoTestedAccount,

    /// <summary>Whoever asks may do less than the account could.</summary>
    NotAllowed,

    /// <summary>The tenant has as many accounts as it may have.</summary>
    TooMany,
}
