using Keyline.Identity.Mail;
using Microsoft.Extensions.Logging;

namespace Keyline.Identity.Alerts;

internal static partial class Log
{
    [LoggerMessage(3101, LogLevel.Warning, "An alert could not be mailed ({Code}: {Detail}); it is in the audit log.")]
    public static partial void AlertNotSent(ILogger logger, MailFaultCode code, string detail);
}
