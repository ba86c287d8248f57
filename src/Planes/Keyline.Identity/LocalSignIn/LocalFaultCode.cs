namespace Keyline.Identity.LocalSignIn;

/// <summary>Why a local sign-in was refused. The person is told none of it; the audit log is.</summary>
public enum LocalFaultCode
{
    UnknownPerson,

    WrongPassword,

    Deactivated,

    /// <summary>The tenant, or this person, does not sign in locally.</summary>
    NotAllowed,

    /// <summary>A break-glass account from outside of the networks that it is limited to.</summary>
    NetworkNotAllowed,

    /// <summary>A second proof is needed and the account has none.</summary>
    NoSecondFactor,

    WrongSecondFactor,
}
