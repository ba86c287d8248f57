using System.Net;
using System.Net.Sockets;

namespace Keyline.Server.Outside.Reach;

/// <summary>Connects to a host at one of the addresses that the guard permits, and to no other.</summary>
internal static class GuardedSocket
{
    /// <exception cref="UnauthorizedAccessException">The host has only addresses that are not permitted.</exception>
    public static async Task<NetworkStream> ConnectAsync(string host, int port, TargetGuard guard, CancellationToken ct)
    {
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await System.Net.Dns.GetHostAddressesAsync(host, ct);
        var permitted = addresses.Where(guard.Permits).ToArray();
        if (permitted.Length == 0)
        {
            throw new UnauthorizedAccessException(
                $"expected a public address, '{host}' has {string.Join(", ", addresses.Take(4).Select(address => address.ToString()))}; "
                + "the operator may allow its network with the setting InsecureAllowNetworks");
        }

        Socket? socket = null;
        try
        {
            socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(permitted, port, ct);
            var stream = new NetworkStream(socket, ownsSocket: true);
            socket = null;
            return stream;
        }
        finally
        {
            socket?.Dispose();
        }
    }
}
