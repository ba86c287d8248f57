using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Keyline.Testing.Peers;

/// <summary>Loopback addresses and free ports. Cookies ignore ports, so every peer has an address of its own.</summary>
public static class Loopback
{
    /// <summary>A random address of 127.64.0.0/10, which nobody else uses.</summary>
    public static IPAddress NewAddress() => new(
        [127, (byte)RandomNumberGenerator.GetInt32(64, 128), (byte)RandomNumberGenerator.GetInt32(256), (byte)RandomNumberGenerator.GetInt32(1, 255)]);

    /// <summary>Ports that are free on this address, for TCP and for UDP; all different.</summary>
    public static IReadOnlyList<int> FreePorts(IPAddress address, int count)
    {
        var listeners = new List<TcpListener>();
        try
        {
            while (listeners.Count < count)
            {
                var listener = new TcpListener(address, 0);
                listener.Start();
                listeners.Add(listener);
                using var udp = new Socket(SocketType.Dgram, ProtocolType.Udp);
                udp.Bind(listener.LocalEndpoint);
            }

            return [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        }
        finally
        {
            listeners.ForEach(listener => listener.Dispose());
        }
    }

    /// <summary>A port that is free on 127.0.0.1.</summary>
    public static int FreePort() => FreePorts(IPAddress.Loopback, 1)[0];
}
