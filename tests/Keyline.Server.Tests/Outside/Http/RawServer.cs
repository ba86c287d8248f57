using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Keyline.Server.Tests.Outside.Http;

/// <summary>A server whose every byte the test decides, with or without TLS.</summary>
internal sealed class RawServer : IDisposable
{
    private readonly TcpListener _listener;
    private readonly X509Certificate2? _certificate;
    private readonly Func<string, Stream, Task> _answer;

    public RawServer(Func<string, Stream, Task> answer, X509Certificate2? certificate = null)
    {
        _answer = answer;
        _certificate = certificate;
        _listener = new TcpListener(IPAddress.Loopback, 0);
        _listener.Start();
        Serving = ServeAsync();
    }

    public Task Serving { get; }

    /// <summary>How many connections were made.</summary>
    public int Connections { get; private set; }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public Uri Address => new(string.Create(
        CultureInfo.InvariantCulture, $"http{(_certificate is null ? "" : "s")}://127.0.0.1:{Port}/path?query=1"));

    /// <summary>A server that always says this.</summary>
    public static RawServer Saying(string text, X509Certificate2? certificate = null) =>
        new(async (_, stream) => await stream.WriteAsync(Encoding.Latin1.GetBytes(text)), certificate);

    public void Dispose() => _listener.Dispose();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync();
                Connections++;
                await AnswerAsync(client.GetStream());
            }
        }
        catch (Exception e) when (e is ObjectDisposedException or SocketException)
        {
            return;
        }
    }

    private async Task AnswerAsync(Stream stream)
    {
        try
        {
            await using var secure = _certificate is null ? stream : new SslStream(stream);
            if (secure is SslStream tls)
            {
                await tls.AuthenticateAsServerAsync(_certificate ?? throw new InvalidOperationException());
            }

            var buffer = new byte[16 * 1024];
            var length = await secure.ReadAsync(buffer);
            await _answer(Encoding.Latin1.GetString(buffer, 0, length), secure);
        }
        catch (Exception e) when (e is IOException or System.Security.Authentication.AuthenticationException)
        {
            // The client went away: that is what some tests are about.
            return;
        }
    }
}
