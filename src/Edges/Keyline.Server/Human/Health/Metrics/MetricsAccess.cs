using System.Net;
using Keyline.Server.Hosting;

namespace Keyline.Server.Human.Health.Metrics;

/// <summary>Who may read the metrics: this machine, and the networks in the settings.</summary>
internal sealed class MetricsAccess(KeylineOptions options)
{
    private readonly System.Net.IPNetwork[] _networks = [.. options.MetricsNetworks.Select(System.Net.IPNetwork.Parse)];

    public bool Allows(HttpContext context)
    {
        // A proxy that is not trusted stands between: whoever is behind it would look like this machine.
        if (context.Request.Headers.ContainsKey("X-Forwarded-For") || context.Request.Headers.ContainsKey("Forwarded")
            || context.Connection.RemoteIpAddress is not { } address)
        {
            return false;
        }

        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return IPAddress.IsLoopback(plain) || Array.Exists(_networks, network => network.Contains(plain));
    }
}
