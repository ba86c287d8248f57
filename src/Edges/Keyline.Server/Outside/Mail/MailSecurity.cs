namespace Keyline.Server.Outside.Mail;

/// <summary>How the way to the mail server is protected.</summary>
public enum MailSecurity
{
    /// <summary>A plain connection that must become encrypted before anything is said (usually port 587).</summary>
    StartTls,

    /// <summary>Encrypted from the first byte (usually port 465).</summary>
    Tls,

    /// <summary>Not at all: for a server on this very machine.</summary>
    InsecureNone,
}
