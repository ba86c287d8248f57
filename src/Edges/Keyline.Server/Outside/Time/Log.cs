namespace Keyline.Server.Outside.Time;

internal static partial class Log
{
    [LoggerMessage(6200, LogLevel.Warning, "Time server {Server}: {Problem}")]
    public static partial void ServerUseless(ILogger logger, string server, string problem);
}
