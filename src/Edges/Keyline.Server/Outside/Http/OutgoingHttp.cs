using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Keyline.Identity.Federation.Outgoing;
using Keyline.OpenId;
using Keyline.Secrets;
using Keyline.Server.Outside.Reach;
using Keyline.Server.Outside.Tls;
using Microsoft.Extensions.Options;

namespace Keyline.Server.Outside.Http;

/// <summary>
/// The guarded HTTP client. The guard looks at the address that the connection is made to, so a name that changes its
/// address between a check and the use gains nothing.
/// </summary>
internal sealed class OutgoingHttp : IOutgoingHttp, IDisposable
{
    private static readonly UTF8Encoding _strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly OutgoingHttpOptions _options;
    private readonly ILogger<OutgoingHttp> _log;
    private readonly TargetGuard _guard;
    private readonly SocketsHttpHandler _handler;
    private readonly HttpMessageInvoker _client;

    public OutgoingHttp(IOptions<OutgoingHttpOptions> options, ILogger<OutgoingHttp> log)
    {
        _options = options.Value;
        _log = log;
        _guard = new TargetGuard(_options.InsecureAllowNetworks.Select(network => IPNetwork.Parse(network)));
        _handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            ConnectCallback = ConnectAsync,
            MaxConnectionsPerServer = 16,
            MaxResponseHeadersLength = 32,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            SslOptions = TrustedRoots.Options("", _options.CaFile),

            // A proxy would make the connection, and the guard would see only the proxy.
            UseProxy = false,
            UseCookies = false,
        };
        _client = new HttpMessageInvoker(_handler, disposeHandler: false);
        if (_options.InsecureAllowHttp)
        {
            Log.HttpAllowed(log);
        }

        if (_options.InsecureAllowNetworks.Count > 0)
        {
            Log.NetworksAllowed(log, string.Join(", ", _options.InsecureAllowNetworks));
        }
    }

    public async Task<Result<ProviderAnswer, OutgoingFault>> SendAsync(OutgoingRequest request, CancellationToken ct)
    {
        var where = request.Address.IsAbsoluteUri ? request.Address.GetLeftPart(UriPartial.Path) : "(no absolute address)";
        var started = Stopwatch.GetTimestamp();
        var answer = Check(request) is { } fault ? fault : await SendCheckedAsync(request, ct);
        var milliseconds = (int)Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        if (answer.Ok)
        {
            Log.Answered(_log, request.Method, where, answer.Value.Status, milliseconds);
            return answer;
        }

        Log.NotAnswered(_log, request.Method, where, answer.Fault.Code, answer.Fault.Detail, milliseconds);
        return answer.Fault with { Detail = $"{where}: {answer.Fault.Detail}" };
    }

    public void Dispose()
    {
        _client.Dispose();
        _handler.Dispose();
    }

    private OutgoingFault? Check(OutgoingRequest request)
    {
        var address = request.Address;
        if (!address.IsAbsoluteUri || address.UserInfo.Length > 0 || address.HostNameType is UriHostNameType.Unknown or UriHostNameType.Basic)
        {
            return new OutgoingFault(OutgoingFaultCode.BadRequest, "expected an absolute address with a host and without a user name");
        }

        if (address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && _options.InsecureAllowHttp))
        {
            return new OutgoingFault(OutgoingFaultCode.NotHttps, $"expected an https address, got {address.Scheme}");
        }

        var unfit = request.Headers.FirstOrDefault(header => header.Value.Reveal().Any(c => char.IsControl(c) || !char.IsAscii(c))
            || header.Name.Length == 0 || !header.Name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'));
        return unfit is null ? null
            : new OutgoingFault(OutgoingFaultCode.BadRequest, $"header '{unfit.Name}' has characters that no header can have");
    }

    private async Task<Result<ProviderAnswer, OutgoingFault>> SendCheckedAsync(OutgoingRequest request, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(_options.Timeout);
        try
        {
            using var message = Message(request);
            using var response = await _client.SendAsync(message, patience.Token);
            return await ReadAsync(response, patience.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new OutgoingFault(
                OutgoingFaultCode.TooSlow, $"expected a whole answer within {_options.Timeout.TotalSeconds:0.###} s, it did not come");
        }
        catch (HttpRequestException e)
        {
            return Explain(e);
        }
        catch (IOException e)
        {
            return new OutgoingFault(OutgoingFaultCode.Unreachable, e.Message);
        }
    }

    private static HttpRequestMessage Message(OutgoingRequest request)
    {
        var message = new HttpRequestMessage(new HttpMethod(request.Method), request.Address);
        foreach (var header in request.Headers)
        {
            message.Headers.TryAddWithoutValidation(header.Name, header.Value.Reveal());
        }

        if (request.Body is { } body)
        {
            message.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body.Reveal()));
            message.Content.Headers.TryAddWithoutValidation("Content-Type", request.ContentType);
        }

        return message;
    }

    private async Task<Result<ProviderAnswer, OutgoingFault>> ReadAsync(HttpResponseMessage response, CancellationToken ct)
    {
        var status = (int)response.StatusCode;
        if (status is >= 300 and < 400)
        {
            var to = response.Headers.Location is { IsAbsoluteUri: true } location ? location.GetLeftPart(UriPartial.Path) : "elsewhere";
            return new OutgoingFault(OutgoingFaultCode.Redirected, $"the server redirects to {to} ({status}); configure the final address");
        }

        if (response.Content.Headers.ContentEncoding.Any(coding => !coding.Equals("identity", StringComparison.OrdinalIgnoreCase)))
        {
            return new OutgoingFault(OutgoingFaultCode.BadAnswer, "expected an answer without compression, the server compressed it");
        }

        if (response.Content.Headers.ContentLength > _options.MaxBytes)
        {
            return TooLarge();
        }

        await using var stream = await response.Content.ReadAsStreamAsync(ct);
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await stream.ReadAsync(buffer, ct)) > 0)
        {
            if (body.Length + read > _options.MaxBytes)
            {
                return TooLarge();
            }

            await body.WriteAsync(buffer.AsMemory(0, read), ct);
        }

        try
        {
            var text = _strict.GetString(body.GetBuffer(), 0, (int)body.Length).TrimStart('\uFEFF');
            return new ProviderAnswer(status, new SecretText(text), response.Content.Headers.ContentType?.ToString());
        }
        catch (DecoderFallbackException)
        {
            return new OutgoingFault(OutgoingFaultCode.BadAnswer, "expected text in UTF-8, got bytes that are not");
        }

        OutgoingFault TooLarge() => new(
            OutgoingFaultCode.TooLarge,
            string.Create(CultureInfo.InvariantCulture, $"expected at most {_options.MaxBytes} bytes, the answer is larger"));
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken ct) =>
        await GuardedSocket.ConnectAsync(context.DnsEndPoint.Host, context.DnsEndPoint.Port, _guard, ct);

    private static OutgoingFault Explain(HttpRequestException e)
    {
        for (Exception? cause = e; cause is not null; cause = cause.InnerException)
        {
            if (cause is UnauthorizedAccessException)
            {
                return new OutgoingFault(OutgoingFaultCode.ForbiddenTarget, cause.Message);
            }
        }

        var said = e.InnerException?.Message ?? e.Message;
        return e.HttpRequestError switch
        {
            HttpRequestError.NameResolutionError => new OutgoingFault(OutgoingFaultCode.NameUnknown, said),
            HttpRequestError.SecureConnectionError => new OutgoingFault(OutgoingFaultCode.CertificateNotTrusted, said),
            HttpRequestError.ConfigurationLimitExceeded => new OutgoingFault(OutgoingFaultCode.TooLarge, said),
            HttpRequestError.InvalidResponse => new OutgoingFault(OutgoingFaultCode.BadAnswer, said),
            _ when e.InnerException is SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData }
                => new OutgoingFault(OutgoingFaultCode.NameUnknown, said),
            _ => new OutgoingFault(OutgoingFaultCode.Unreachable, said),
        };
    }
}
