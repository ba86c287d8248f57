namespace Keyline.Identity.Authenticators.Passkeys;

/// <summary>Why a passkey ceremony was refused.</summary>
public enum PasskeyFaultCode
{
    /// <summary>There is no ceremony under way: it is over, was finished before, or belongs to somebody else.</summary>
    NoCeremony,

    /// <summary>The browser's answer does not pass: wrong challenge, origin, relying party, key or signature, or no user verification.</summary>
    NotVerified,

    /// <summary>The counter did not grow: the authenticator was cloned, or the answer came twice.</summary>
    CounterDidNotGrow,

    /// <summary>The credential belongs to an account already.</summary>
    AlreadyRegistered,

    /// <summary>The person has as many passkeys as one may have.</summary>
    TooMany,

    /// <summary>The name is empty, too long or has control characters.</summary>
    BadName,
}
