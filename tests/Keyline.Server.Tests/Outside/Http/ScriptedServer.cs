using System.Net;
using System.Net.Sockets;

namespace Keyline.Server.Tests.Outside.Http;

/// <summary>A server that does with each connection what the test says, and speaks first if it likes.</summary>
internal sealed class ScriptedServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<Stream, Task> _script;

    public ScriptedServer(Func<Stream, Task> script)
    {
        _script = script;
        _listener.Start();
        Serving = ServeAsync();
    }

    public Task Serving { get; }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public void Dispose() => _listener.Dispose();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync();
                await RunAsync(client.GetStream());
            }
        }
        catch (Exception e) when (e is ObjectDisposedException or SocketException)
        {
            return;
        }
    }

    private async Task RunAsync(NetworkStream stream)
    {
        try
        {
            await _script(stream);
        }
        catch (IOException)
        {
            // The client went away.
            return;
        }
    }
}
