namespace Keyline.Identity.Mail;

/// <summary>Why a mail was not taken.</summary>
/// <param name="Code">The kind.</param>
/// <param name="Detail">For the operator: what was expected, what the server said.</param>
public sealed record MailFault(MailFaultCode Code, string Detail);
