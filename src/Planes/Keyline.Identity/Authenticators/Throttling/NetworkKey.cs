using System.Net;
using System.Net.Sockets;

namespace Keyline.Identity.Authenticators.Throttling;

/// <summary>
/// The networks that an address stands for. What one subscriber can use freely counts as one: a single IPv4 address, and an
/// IPv6 /64. The wider network (IPv4 /24, IPv6 /48) is what one organization can use.
/// </summary>
public sealed record NetworkKey
{
    private NetworkKey(string narrow, string wide)
    {
        Narrow = narrow;
        Wide = wide;
    }

    /// <summary>IPv4 /32, IPv6 /64.</summary>
    public string Narrow { get; }

    /// <summary>IPv4 /24, IPv6 /48.</summary>
    public string Wide { get; }

    /// <summary>The networks of an address; an IPv4 address written as IPv6 is the IPv4 address.</summary>
    public static NetworkKey Of(IPAddress? address)
    {
        if (address is null)
        {
            return new NetworkKey("unknown", "unknown");
        }

        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily == AddressFamily.InterNetwork
            ? new NetworkKey(Cut(plain, 32), Cut(plain, 24))
            : new NetworkKey(Cut(plain, 64), Cut(plain, 48));
    }

    private static string Cut(IPAddress address, int bits)
    {
        var bytes = address.GetAddressBytes();
        Array.Clear(bytes, bits / 8, bytes.Length - (bits / 8));
        return $"{new IPAddress(bytes)}/{bits}";
    }
}
