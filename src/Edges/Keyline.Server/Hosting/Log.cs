namespace Keyline.Server.Hosting;

internal static partial class Log
{
    [LoggerMessage(5001, LogLevel.Error, "The change feed can't be read ({Reason}). What is sensitive is refused until it can.")]
    public static partial void FeedLost(ILogger logger, string reason);

    [LoggerMessage(5002, LogLevel.Error, "Audit entries can't be sealed ({Reason}); they are kept and will be.")]
    public static partial void SealingFailed(ILogger logger, string reason);

    [LoggerMessage(5003, LogLevel.Warning, "Sessions could not be kept up to date in the database ({Reason}).")]
    public static partial void KeepingFailed(ILogger logger, string reason);

    [LoggerMessage(5004, LogLevel.Information, "{Count} live sessions loaded.")]
    public static partial void SessionsLoaded(ILogger logger, int count);

    [LoggerMessage(5005, LogLevel.Error, "Request {Reference} failed.")]
    public static partial void RequestFailed(ILogger logger, string reference, Exception exception);

    [LoggerMessage(5006, LogLevel.Warning, "Scheduled work on {What} failed ({Reason}); it is tried again.")]
    public static partial void ScheduleFailed(ILogger logger, string what, string reason);

    [LoggerMessage(5007, LogLevel.Warning, "This server's clock is {Off}. Correct it, best by a time service, before sign-ins fail.")]
    public static partial void ClockIsOff(ILogger logger, string off);

    [LoggerMessage(5008, LogLevel.Warning, "This server's clock could not be measured: {Detail}")]
    public static partial void ClockNotMeasured(ILogger logger, string detail);
}
