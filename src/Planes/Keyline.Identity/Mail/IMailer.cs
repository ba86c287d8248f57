namespace Keyline.Identity.Mail;

/// <summary>Hands mail to the configured mail server.</summary>
public interface IMailer
{
    /// <summary>Sends one mail to one person now. It does not retry.</summary>
    Task<Result<MailReceipt, MailFault>> SendAsync(OutgoingMail mail, CancellationToken ct);
}
