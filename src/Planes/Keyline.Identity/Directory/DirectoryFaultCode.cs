namespace Keyline.Identity.Directory;

/// <summary>The kinds of refusals.</summary>
public enum DirectoryFaultCode
{
    /// <summary>A setting cannot be used: a filter, the roots.</summary>
    BadSettings,

    /// <summary>The connection would not be encrypted, and the operator has not allowed that.</summary>
    ClearTextRefused,

    /// <summary>The host's address is private or this machine's, and not allowed.</summary>
    ForbiddenTarget,

    /// <summary>Nobody takes the connection, it broke, or an answer did not come in time.</summary>
    Unreachable,

    /// <summary>The server's certificate is not trusted; the detail names it and says why.</summary>
    CertificateNotTrusted,

    /// <summary>The server does not encrypt (StartTLS refused).</summary>
    NoEncryption,

    /// <summary>The directory does not accept the service account's name and password.</summary>
    ServicePasswordWrong,

    /// <summary>No such person, several such persons, or a wrong password: for the one who signs in it is the same.</summary>
    NotSignedIn,

    /// <summary>The entry lacks the attribute that makes the person immutable.</summary>
    NoSubject,

    /// <summary>The directory stopped at one of its limits.</summary>
    LimitExceeded,

    /// <summary>The directory refused for another reason.</summary>
    Refused,

    /// <summary>The server said something that is not LDAP.</summary>
    BadAnswer,
}
