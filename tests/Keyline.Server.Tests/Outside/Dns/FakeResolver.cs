using System.Net;
using System.Net.Sockets;

namespace Keyline.Server.Tests.Outside.Dns;

/// <summary>Answers each datagram with whatever the test says.</summary>
internal sealed class FakeResolver : IDisposable
{
    private readonly UdpClient _socket = new(new IPEndPoint(IPAddress.Loopback, 0));
    private readonly Func<byte[], IEnumerable<byte[]>> _answers;

    public FakeResolver(Func<byte[], IEnumerable<byte[]>> answers)
    {
        _answers = answers;
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
                foreach (var answer in _answers(question.Buffer))
                {
                    await _socket.SendAsync(answer, question.RemoteEndPoint);
                }
            }
        }
        catch (Exception e) when (e is ObjectDisposedException or SocketException)
        {
            return;
        }
    }
}
