using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Keyline.Server.Outside.Dns;

/// <summary>Carries one question to one resolver and the answer back.</summary>
internal static class DnsExchange
{
    /// <summary>So many foreign messages on one port are an attempt to forge the answer.</summary>
    private const int MaxForeign = 64;

    /// <summary>Asks over UDP, from a port that the system picks at random. Messages that answer another question are passed over.</summary>
    /// <returns>The answer, or null when only foreign messages came.</returns>
    public static async Task<byte[]?> OverUdpAsync(IPEndPoint resolver, DnsQuery query, CancellationToken ct)
    {
        using var socket = new Socket(resolver.AddressFamily, SocketType.Dgram, ProtocolType.Udp);

        // Connected: the system drops what comes from elsewhere.
        await socket.ConnectAsync(resolver, ct);
        await socket.SendAsync(query.Wire, ct);
        var buffer = new byte[4096];
        for (var foreign = 0; foreign < MaxForeign; foreign++)
        {
            var length = await socket.ReceiveAsync(buffer, ct);
            if (query.IsAnsweredBy(buffer.AsSpan(0, length)))
            {
                return buffer[..length];
            }
        }

        return null;
    }

    /// <summary>Asks over TCP (RFC 7766), where a message comes whole and cannot be forged from aside.</summary>
    public static async Task<byte[]> OverTcpAsync(IPEndPoint resolver, DnsQuery query, CancellationToken ct)
    {
        using var socket = new Socket(resolver.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(resolver, ct);
        await using var stream = new NetworkStream(socket, ownsSocket: false);

        var framed = new byte[query.Wire.Length + 2];
        BinaryPrimitives.WriteUInt16BigEndian(framed, (ushort)query.Wire.Length);
        query.Wire.CopyTo(framed, 2);
        await stream.WriteAsync(framed, ct);

        var prefix = new byte[2];
        await stream.ReadExactlyAsync(prefix, ct);
        var message = new byte[BinaryPrimitives.ReadUInt16BigEndian(prefix)];
        await stream.ReadExactlyAsync(message, ct);
        return message;
    }
}
