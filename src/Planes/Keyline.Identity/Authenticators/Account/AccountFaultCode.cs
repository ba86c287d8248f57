namespace Keyline.Identity.Authenticators.Account;

/// <summary>Why a change of how a person proves who they are was refused.</summary>
public enum AccountFaultCode
{
    /// <summary>The sign-in is too old, or too weak, for this: sign in again first (I11).</summary>
    NotFresh,

    WrongPassword,

    /// <summary>The new password breaks a rule; which one is in <see cref="AccountFault.Password"/>.</summary>
    BadPassword,

    /// <summary>Too many attempts of late.</summary>
    Throttled,

    /// <summary>Too much is being computed; try again.</summary>
    Busy,

    WrongCode,

    /// <summary>Recovery codes stand in for a second factor, and there is none.</summary>
    NoFactor,

    /// <summary>A break-glass account must keep a second factor.</summary>
    LastFactor,

    /// <summary>Without a second factor the password would be too short: choose a longer one first.</summary>
    PasswordTooShortAlone,

    /// <summary>The person has no password here: they sign in at the IdP, and prove themselves there.</summary>
    NotLocal,

    /// <summary>The passkey was refused; why is in <see cref="AccountFault.Passkey"/>.</summary>
    BadPasskey,

    UnknownPasskey,

    /// <summary>The one-time link is over, was used, or never was one.</summary>
    LinkOver,

    UnknownPerson,

    /// <summary>The person may do more than whoever wants to make a link for them.</summary>
    NotAllowed,
}
