using Microsoft.Extensions.Logging;

namespace Keyline.Storage.Core;

internal static partial class Log
{
    [LoggerMessage(4001, LogLevel.Warning, "The connection that hears of changes on other nodes was lost ({Reason}); polling until it is back.")]
    public static partial void ListenerLost(ILogger logger, string reason);
}
