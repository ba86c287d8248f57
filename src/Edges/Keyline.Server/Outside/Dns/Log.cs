using System.Net;
using Keyline.Identity.Domains;

namespace Keyline.Server.Outside.Dns;

internal static partial class Log
{
    [LoggerMessage(6100, LogLevel.Warning, "Resolver {Resolver}: {Code}: {Detail}")]
    public static partial void LookupFailed(ILogger logger, IPEndPoint resolver, DnsFaultCode code, string detail);
}
