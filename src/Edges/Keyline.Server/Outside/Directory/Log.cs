using Keyline.Identity.Directory;

namespace Keyline.Server.Outside.Directory;

internal static partial class Log
{
    [LoggerMessage(6500, LogLevel.Warning, "Directory {Host}:{Port}: {Code}: {Detail}")]
    public static partial void NotAnswered(ILogger logger, string host, int port, DirectoryFaultCode code, string detail);

    [LoggerMessage(6501, LogLevel.Warning, "Directory:InsecureAllowNetworks is set: tenants can make connections go to {Networks}")]
    public static partial void NetworksAllowed(ILogger logger, string networks);
}
