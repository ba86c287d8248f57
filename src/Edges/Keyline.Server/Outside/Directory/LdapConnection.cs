using System.Formats.Asn1;
using System.Globalization;
using System.Net.Security;
using Keyline.Secrets;

namespace Keyline.Server.Outside.Directory;

/// <summary>One connection to a directory: one request after the other.</summary>
internal sealed class LdapConnection(Stream stream, int seconds) : IAsyncDisposable
{
    private const int MaxMessage = 4 * 1024 * 1024;
    private const int PageSize = 200;

    private Stream _stream = stream;
    private bool _usable = true;
    private int _last;

    /// <summary>Asks the server to encrypt from here on (RFC 4511 4.14). Nothing is read ahead, so nothing said before is believed.</summary>
    public async Task<LdapResult> StartTlsAsync(CancellationToken ct)
    {
        await _stream.WriteAsync(LdapWire.StartTls(++_last), ct);
        return await ReadResultAsync(LdapWire.ExtendedResponse, ct);
    }

    public async Task EncryptAsync(SslClientAuthenticationOptions options, CancellationToken ct)
    {
        var encrypted = new SslStream(_stream);
        _stream = encrypted;
        _usable = false;
        await encrypted.AuthenticateAsClientAsync(options, ct);
        _usable = true;
    }

    public async Task<LdapResult> BindAsync(string dn, SecretText password, CancellationToken ct)
    {
        var secret = password.Reveal();
        if (secret.Length == 0 || dn.Length == 0)
        {
            // RFC 4513 5.1.2: without a password the server would let anybody in, as nobody.
            return new LdapResult(LdapResult.InvalidCredentials, "an empty name or password is never sent");
        }

        await _stream.WriteAsync(LdapWire.Bind(++_last, dn, secret), ct);
        return await ReadResultAsync(LdapWire.BindResponse, ct);
    }

    /// <summary>Searches page by page until the limit is met. More than the limit is <see cref="LdapResult.SizeLimitExceeded"/>.</summary>
    public async Task<LdapResult> SearchAsync(LdapSearch search, List<LdapEntry> found, bool paged, CancellationToken ct)
    {
        byte[] cookie = [];
        do
        {
            var id = ++_last;
            await _stream.WriteAsync(LdapWire.Search(id, search, seconds, paged ? PageSize : 0, cookie), ct);
            LdapMessage message;
            while ((message = await ReadAsync(ct)).Operation != LdapWire.SearchDone)
            {
                if (message.Entry is { } entry)
                {
                    if (found.Count == search.Limit)
                    {
                        return new LdapResult(
                            LdapResult.SizeLimitExceeded,
                            string.Create(CultureInfo.InvariantCulture, $"there are more than {search.Limit} entries"));
                    }

                    found.Add(entry);
                }
                else if (message.Operation != LdapWire.SearchReference)
                {
                    throw new AsnContentException($"a search is answered with operation {message.Operation}");
                }
            }

            if (message.Result is not { Code: LdapResult.Success })
            {
                return message.Result ?? throw new AsnContentException("a search ends without a result");
            }

            cookie = message.Cookie;
        }
        while (paged && cookie.Length > 0);
        return new LdapResult(LdapResult.Success, "");
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_usable)
            {
                await _stream.WriteAsync(LdapWire.Unbind(++_last));
            }
        }
        catch (Exception e) when (e is IOException or InvalidOperationException)
        {
            // Already closed: then there is nobody to say goodbye to.
        }

        await _stream.DisposeAsync();
    }

    private async Task<LdapResult> ReadResultAsync(int operation, CancellationToken ct)
    {
        var message = await ReadAsync(ct);
        return message.Operation == operation && message.Result is { } result ? result
            : throw new AsnContentException($"expected operation {operation}, got {message.Operation}");
    }

    private async Task<LdapMessage> ReadAsync(CancellationToken ct)
    {
        var message = LdapWire.Read(await ReadFrameAsync(ct));

        // RFC 4511 4.4.1: number 0 tells that the server is about to close.
        return message.Id == _last ? message
            : message.Id == 0 ? throw new IOException($"the server closes the connection ({message.Result})")
            : throw new AsnContentException($"expected an answer to request {_last}, got one to {message.Id}");
    }

    /// <summary>One message's bytes: a sequence with a length of at most four bytes.</summary>
    private async Task<byte[]> ReadFrameAsync(CancellationToken ct)
    {
        var head = new byte[6];
        await _stream.ReadExactlyAsync(head.AsMemory(0, 2), ct);
        var more = head[1] > 0x80 ? head[1] & 0x7F : 0;
        if (head[0] != 0x30 || head[1] == 0x80 || more > 4)
        {
            throw new AsnContentException("no LDAP message begins like this");
        }

        await _stream.ReadExactlyAsync(head.AsMemory(2, more), ct);
        long length = more == 0 ? head[1] : 0;
        for (var i = 0; i < more; i++)
        {
            length = (length << 8) | head[2 + i];
        }

        if (length > MaxMessage)
        {
            throw new AsnContentException($"a message of {length} bytes is announced; at most {MaxMessage} are read");
        }

        var frame = new byte[2 + more + length];
        head.AsSpan(0, 2 + more).CopyTo(frame);
        await _stream.ReadExactlyAsync(frame.AsMemory(2 + more), ct);
        return frame;
    }
}
