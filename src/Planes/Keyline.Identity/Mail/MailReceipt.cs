namespace Keyline.Identity.Mail;

/// <summary>The mail server has taken the mail.</summary>
/// <param name="MessageId">The Message-ID without angle brackets, to find the mail again in the server's log.</param>
/// <param name="ServerSaid">The server's answer, one line.</param>
public sealed record MailReceipt(string MessageId, string ServerSaid);
