using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using Keyline.Server.Outside.Time;

namespace Keyline.Server.Tests.Outside.Time;

/// <summary>A time server with a clock of its own, whose answers can be broken.</summary>
internal sealed class FakeTimeServer : IDisposable
{
    private static readonly DateTimeOffset _era = new(1900, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly UdpClient _socket = new(new IPEndPoint(IPAddress.Loopback, 0));
    private readonly TimeSpan _ahead;
    private readonly Action<byte[]>? _change;

    public FakeTimeServer(TimeSpan ahead, Action<byte[]>? change = null)
    {
        _ahead = ahead;
        _change = change;
        Serving = ServeAsync();
    }

    public string Address => $"{_socket.Client.LocalEndPoint}";

    public Task Serving { get; }

    public void Dispose() => _socket.Dispose();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var question = await _socket.ReceiveAsync();
                await _socket.SendAsync(Answer(question.Buffer), question.RemoteEndPoint);
            }
        }
        catch (Exception e) when (e is ObjectDisposedException or SocketException)
        {
            return;
        }
    }

    private byte[] Answer(byte[] question)
    {
        var answer = new byte[SntpMessage.Length];
        answer[0] = 0x24;
        answer[1] = 2;
        "RATE"u8.CopyTo(answer.AsSpan(12));
        question.AsSpan(40, 8).CopyTo(answer.AsSpan(24));
        var now = DateTimeOffset.UtcNow + _ahead - _era;
        foreach (var at in (int[])[32, 40])
        {
            BinaryPrimitives.WriteUInt32BigEndian(answer.AsSpan(at), (uint)now.TotalSeconds);
            var fraction = now.TotalSeconds - Math.Floor(now.TotalSeconds);
            BinaryPrimitives.WriteUInt32BigEndian(answer.AsSpan(at + 4), (uint)(fraction * uint.MaxValue));
        }

        _change?.Invoke(answer);
        return answer;
    }
}
