namespace Keyline.Identity.Mail;

/// <summary>The kinds of mail that was not taken.</summary>
public enum MailFaultCode
{
    /// <summary>No mail server is configured.</summary>
    NotConfigured,

    /// <summary>The recipient is not an address that mail can be sent to.</summary>
    BadAddress,

    /// <summary>The subject has line ends or control characters.</summary>
    BadSubject,

    /// <summary>The text is longer than a mail may be.</summary>
    TooLong,

    /// <summary>The server could not be reached, or fell silent.</summary>
    Unreachable,

    /// <summary>The server does not encrypt, and encryption is required.</summary>
    NoEncryption,

    /// <summary>The server's certificate is not trusted.</summary>
    CertificateNotTrusted,

    /// <summary>The server does not accept the configured user and password, or has no way to take them.</summary>
    WrongCredentials,

    /// <summary>The server does not know or want this recipient: trying again does not help.</summary>
    RecipientRefused,

    /// <summary>The server refused the mail or its sender: trying again does not help.</summary>
    Refused,

    /// <summary>The server cannot take the mail now: trying again later may help.</summary>
    TryLater,

    /// <summary>The server said something that is not SMTP.</summary>
    BadAnswer,
}
