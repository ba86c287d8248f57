using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace Keyline.Server.Outside.Mail;

/// <summary>One connection to a mail server: commands out, replies in.</summary>
internal sealed class SmtpConnection : IAsyncDisposable
{
    private const int MaxLines = 100;
    private const int BufferSize = 4096;

    private readonly byte[] _buffer = new byte[BufferSize];
    private Stream _stream;
    private int _start;
    private int _end;

    /// <summary>Speaks over this connected socket, which stays the caller's.</summary>
    public SmtpConnection(Socket socket)
    {
        _stream = new NetworkStream(socket, ownsSocket: false);
        Self = ((IPEndPoint?)socket.LocalEndPoint)?.Address ?? IPAddress.Loopback;
    }

    /// <summary>This machine's address as the server sees it, unless there is a gateway between.</summary>
    public IPAddress Self { get; }

    /// <summary>Goes on encrypted. What the server said before that and was not read yet is not believed.</summary>
    public async Task EncryptAsync(SslClientAuthenticationOptions options, CancellationToken ct)
    {
        if (_end > _start)
        {
            throw new InvalidDataException("the server said more before the encryption than it was asked for");
        }

        var encrypted = new SslStream(_stream);
        _stream = encrypted;
        await encrypted.AuthenticateAsClientAsync(options, ct);
    }

    public async Task<SmtpReply> AskAsync(string command, CancellationToken ct)
    {
        await SendAsync(command + "\r\n", ct);
        return await ReadAsync(ct);
    }

    public async Task SendAsync(string text, CancellationToken ct)
    {
        await _stream.WriteAsync(Encoding.ASCII.GetBytes(text), ct);
        await _stream.FlushAsync(ct);
    }

    /// <summary>One reply, of one line or several (RFC 5321 4.2.1).</summary>
    public async Task<SmtpReply> ReadAsync(CancellationToken ct)
    {
        var lines = new List<string>();
        while (lines.Count < MaxLines)
        {
            var line = await ReadLineAsync(ct);
            if (line.Length < 3 || !int.TryParse(line.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var code)
                || code is < 200 or > 599)
            {
                return new SmtpReply(0, [line]);
            }

            lines.Add(line.Length > 4 ? line[4..] : "");
            if (line.Length == 3 || line[3] == ' ')
            {
                return new SmtpReply(code, lines);
            }
        }

        return new SmtpReply(0, ["a reply of too many lines"]);
    }

    public ValueTask DisposeAsync() => _stream.DisposeAsync();

    private async Task<string> ReadLineAsync(CancellationToken ct)
    {
        var line = new StringBuilder();
        while (line.Length < BufferSize)
        {
            if (_start == _end)
            {
                _start = 0;
                _end = await _stream.ReadAsync(_buffer, ct);
                if (_end == 0)
                {
                    throw new IOException("the server closed the connection");
                }
            }

            var octet = _buffer[_start++];
            if (octet == (byte)'\n')
            {
                return line.ToString();
            }

            if (octet != (byte)'\r')
            {
                line.Append(octet is >= 0x20 and < 0x7F ? (char)octet : '?');
            }
        }

        throw new InvalidDataException("the server sent a line without an end");
    }
}
