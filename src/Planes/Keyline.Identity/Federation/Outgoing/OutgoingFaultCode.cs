namespace Keyline.Identity.Federation.Outgoing;

/// <summary>The kinds of requests without an answer.</summary>
public enum OutgoingFaultCode
{
    /// <summary>The address is not absolute, has a user name in it, or a header cannot be sent.</summary>
    BadRequest,

    /// <summary>The address is not https, and the operator has not allowed http.</summary>
    NotHttps,

    /// <summary>The host's address is one of this machine, of a private network or of no network, and not allowed.</summary>
    ForbiddenTarget,

    /// <summary>The host's name has no address.</summary>
    NameUnknown,

    /// <summary>Nobody takes the connection, or it broke.</summary>
    Unreachable,

    /// <summary>The server's certificate is not trusted, or TLS failed otherwise.</summary>
    CertificateNotTrusted,

    /// <summary>The answer did not come, or not whole, in time.</summary>
    TooSlow,

    /// <summary>The answer is larger than allowed.</summary>
    TooLarge,

    /// <summary>The server answered with a redirect; none is followed.</summary>
    Redirected,

    /// <summary>The answer is compressed, though that was not asked for, or is not text.</summary>
    BadAnswer,
}
