namespace Keyline.Server.Outside.Mail;

/// <summary>The mail server that takes Keyline's mail.</summary>
public sealed class MailOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Mail";

    /// <summary>Its host name; null or empty means that no mail is sent.</summary>
    public string? Host { get; set; }

    /// <summary>Its port.</summary>
    public int Port { get; set; } = 587;

    /// <summary>How the connection is protected.</summary>
    public MailSecurity Security { get; set; } = MailSecurity.StartTls;

    /// <summary>A PEM file with the roots to trust instead of the system's.</summary>
    public string? CaFile { get; set; }

    /// <summary>Who signs in at the mail server; null or empty means nobody.</summary>
    public string? User { get; set; }

    /// <summary>The password to it.</summary>
    public string? Password { get; set; }

    /// <summary>The sender's address.</summary>
    public string? From { get; set; }

    /// <summary>The sender's name as people see it.</summary>
    public string FromName { get; set; } = "Keyline";

    /// <summary>How long handing over one mail may take in all.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);
}
