using Keyline.Identity.Mail;

namespace Keyline.Server.Outside.Mail;

internal static partial class Log
{
    [LoggerMessage(6300, LogLevel.Information, "Mail {MessageId} was taken: {ServerSaid}")]
    public static partial void Sent(ILogger logger, string messageId, string serverSaid);

    [LoggerMessage(6301, LogLevel.Warning, "A mail was not taken: {Code}: {Detail}")]
    public static partial void NotSent(ILogger logger, MailFaultCode code, string detail);
}
