using Keyline.Identity.Federation.Outgoing;

namespace Keyline.Server.Outside.Http;

internal static partial class Log
{
    [LoggerMessage(6400, LogLevel.Debug, "{Method} {Address}: {Status} in {Milliseconds} ms")]
    public static partial void Answered(ILogger logger, string method, string address, int status, int milliseconds);

    [LoggerMessage(6401, LogLevel.Warning, "{Method} {Address}: {Code} in {Milliseconds} ms: {Detail}")]
    public static partial void NotAnswered(
        ILogger logger, string method, string address, OutgoingFaultCode code, string detail, int milliseconds);

    [LoggerMessage(6402, LogLevel.Warning, "OutgoingHttp:InsecureAllowHttp is on: metadata and keys can be changed on their way")]
    public static partial void HttpAllowed(ILogger logger);

    [LoggerMessage(6403, LogLevel.Warning, "OutgoingHttp:InsecureAllowNetworks is set: tenants can make requests go to {Networks}")]
    public static partial void NetworksAllowed(ILogger logger, string networks);
}
