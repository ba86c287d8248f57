using System.Net;
using System.Net.Sockets;

namespace Keyline.Server.Outside.Reach;

/// <summary>Which addresses requests may go to: public ones, and the networks that the operator has allowed.</summary>
internal sealed class TargetGuard(IEnumerable<IPNetwork> allowed)
{
    /// <summary>IPv4 addresses that are no public host's (IANA's special-purpose registry, multicast, the reserved rest).</summary>
    private static readonly IPNetwork[] _special4 =
    [
        .. ((string[])
        [
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        ]).Select(IPNetwork.Parse),
    ];

    private static readonly IPNetwork _global6 = IPNetwork.Parse("2000::/3");

    /// <summary>Parts of it that are special, or that lead to an IPv4 address inside (Teredo, 6to4).</summary>
    private static readonly IPNetwork[] _special6 =
        [.. ((string[])["2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"]).Select(IPNetwork.Parse)];

    private readonly IPNetwork[] _allowed = [.. allowed];

    public bool Permits(IPAddress address)
    {
        var target = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (_allowed.Any(network => network.Contains(target)))
        {
            return true;
        }

        return target.AddressFamily switch
        {
            AddressFamily.InterNetwork => !_special4.Any(network => network.Contains(target)),
            AddressFamily.InterNetworkV6 => _global6.Contains(target) && !_special6.Any(network => network.Contains(target)),
            _ => false,
        };
    }
}
