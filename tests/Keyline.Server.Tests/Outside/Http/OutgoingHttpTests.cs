using System.Text;
using Keyline.Identity.Federation.Outgoing;
using Keyline.OpenId;
using Keyline.Secrets;
using Keyline.Server.Outside.Http;
using Keyline.Testing;
using Keyline.Testing.Certificates;

namespace Keyline.Server.Tests.Outside.Http;

/// <summary>Servers that are hostile, slow or badly set up.</summary>
public class OutgoingHttpTests
{
    private const string Ok = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sends_a_form_with_headers_and_reads_the_answer()
    {
        var seen = "";
        using var server = new RawServer(async (request, stream) =>
        {
            seen = request;
            await stream.WriteAsync(Encoding.ASCII.GetBytes(Ok));
        });
        var request = Request(server.Address) with
        {
            Method = "POST",
            Form = [new RequestField("code", new SecretText("a b&c"))],
            Headers = [new RequestField("Authorization", new SecretText("Basic eDp5"))],
        };

        var answer = await SendAsync(request);

        Assert.Equal("{}", answer.Value?.Body.Reveal());
        Assert.Equal("application/json", answer.Value?.ContentType);
        Assert.StartsWith("POST /path?query=1 HTTP/1.1\r\n", seen, StringComparison.Ordinal);
        Assert.Contains("Authorization: Basic eDp5\r\n", seen, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\ncode=a+b%26c", seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_status_is_an_answer()
    {
        using var server = RawServer.Saying("HTTP/1.1 400 Bad Request\r\nContent-Length: 4\r\n\r\noops");

        Assert.Equal(400, (await SendAsync(Request(server.Address))).Value?.Status);
    }

    [Fact]
    public async Task Refuses_http_unless_allowed()
    {
        using var server = RawServer.Saying(Ok);
        var options = Options();
        options.InsecureAllowHttp = false;

        await RefusedAsync(OutgoingFaultCode.NotHttps, Request(server.Address), options);
        Assert.Equal(0, server.Connections);
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://example.com/")]
    [InlineData("gopher://127.0.0.1:6379/_x")]
    public async Task Refuses_every_other_scheme(string address)
    {
        var answer = await SendAsync(Request(new Uri(address)));

        Assert.True(answer.Fault?.Code is OutgoingFaultCode.NotHttps or OutgoingFaultCode.BadRequest);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("2130706433")]
    [InlineData("0x7f.1")]
    [InlineData("0")]
    public async Task Refuses_this_machine_however_it_is_written(string host)
    {
        using var server = RawServer.Saying(Ok);
        var options = Options();
        options.InsecureAllowNetworks.Clear();

        var answer = await SendAsync(Request(new UriBuilder(server.Address) { Host = host }.Uri), options);

        Assert.Equal(OutgoingFaultCode.ForbiddenTarget, answer.Fault?.Code);
        Assert.Equal(0, server.Connections);
    }

    [Fact]
    public async Task Refuses_the_metadata_service_of_clouds() => await RefusedAsync(
        OutgoingFaultCode.ForbiddenTarget, Request(new Uri("http://169.254.169.254/latest/meta-data/")));

    [Fact]
    public async Task Does_not_follow_a_redirect_to_this_machine()
    {
        using var inside = RawServer.Saying(Ok);
        using var server = RawServer.Saying(
            $"HTTP/1.1 302 Found\r\nLocation: {inside.Address}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

        var answer = await SendAsync(Request(server.Address));

        Assert.Equal(OutgoingFaultCode.Redirected, answer.Fault?.Code);
        Assert.Contains($":{inside.Port}/path", answer.Fault?.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("query", answer.Fault?.Detail, StringComparison.Ordinal);
        Assert.Equal(0, inside.Connections);
    }

    [Fact]
    public async Task Refuses_an_answer_that_announces_too_much()
    {
        using var server = RawServer.Saying("HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n");

        await RefusedAsync(OutgoingFaultCode.TooLarge, Request(server.Address));
    }

    [Fact]
    public async Task Stops_reading_an_answer_without_end()
    {
        using var server = new RawServer(async (_, stream) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\n\r\n"u8.ToArray());
            while (true)
            {
                await stream.WriteAsync(new byte[64 * 1024]);
            }
        });

        await RefusedAsync(OutgoingFaultCode.TooLarge, Request(server.Address));
    }

    [Fact]
    public async Task Refuses_headers_without_end()
    {
        using var server = RawServer.Saying("HTTP/1.1 200 OK\r\n" + string.Concat(Enumerable.Repeat("X-Long: " + new string('x', 1000) + "\r\n", 200)));

        await RefusedAsync(OutgoingFaultCode.TooLarge, Request(server.Address));
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")]
    public async Task Does_not_wait_for_an_answer_that_drips(string start)
    {
        using var server = new RawServer(async (_, stream) =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(start));
            while (true)
            {
                await stream.WriteAsync("x"u8.ToArray(), Ct);
                await Task.Delay(50, Ct);
            }
        });
        var options = Options();
        options.Timeout = TimeSpan.FromMilliseconds(400);

        await RefusedAsync(OutgoingFaultCode.TooSlow, Request(server.Address), options);
    }

    [Fact]
    public async Task Refuses_an_answer_that_would_have_to_be_inflated()
    {
        using var server = RawServer.Saying("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\nxx");

        await RefusedAsync(OutgoingFaultCode.BadAnswer, Request(server.Address));
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n\u00FF\u00FE")]
    [InlineData("SSH-2.0-OpenSSH_9.2\r\n")]
    public async Task Refuses_what_is_no_text_or_no_HTTP(string answer)
    {
        using var server = RawServer.Saying(answer);

        await RefusedAsync(OutgoingFaultCode.BadAnswer, Request(server.Address));
    }

    [Fact]
    public async Task Refuses_a_header_with_a_line_end()
    {
        using var server = RawServer.Saying(Ok);
        var request = Request(server.Address) with { Headers = [new RequestField("X-A", new SecretText("1\r\nX-B: 2"))] };

        await RefusedAsync(OutgoingFaultCode.BadRequest, request);
    }

    [Fact]
    public async Task Refuses_an_address_with_a_user_name() => await RefusedAsync(
        OutgoingFaultCode.BadRequest, Request(new Uri("https://user:password@example.com/")));

    [Fact]
    public async Task Says_that_nobody_is_there()
    {
        var address = new UriBuilder("http", "127.0.0.1", Keyline.Testing.Peers.Loopback.FreePort()).Uri;

        await RefusedAsync(OutgoingFaultCode.Unreachable, Request(address));
    }

    [Fact]
    public async Task Says_that_a_name_has_no_address() => await RefusedAsync(
        OutgoingFaultCode.NameUnknown, Request(new Uri("https://no-such-host.invalid/")));

    [Fact]
    public async Task Trusts_a_private_authority_only_where_it_is_configured()
    {
        using var ca = new TestCa();
        using var certificate = ca.Issue(["127.0.0.1"]);
        using var server = RawServer.Saying(Ok, certificate);
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, ca.Pem, Ct);
        var options = Options();

        await RefusedAsync(OutgoingFaultCode.CertificateNotTrusted, Request(server.Address), options);
        options.CaFile = file;
        Assert.True((await SendAsync(Request(server.Address), options)).Ok);
        File.Delete(file);
    }

    [Theory]
    [InlineData("127.0.0.2", false)]
    [InlineData("127.0.0.1", true)]
    public async Task Trusts_no_certificate_of_another_name_or_time(string name, bool expired)
    {
        using var ca = new TestCa();
        using var certificate = ca.Issue([name], expired);
        using var server = RawServer.Saying(Ok, certificate);
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, ca.Pem, Ct);
        var options = Options();
        options.CaFile = file;

        await RefusedAsync(OutgoingFaultCode.CertificateNotTrusted, Request(server.Address), options);
        File.Delete(file);
    }

    [Fact]
    public async Task Logs_neither_query_nor_headers_nor_bodies()
    {
        using var server = RawServer.Saying("HTTP/1.1 200 OK\r\nContent-Length: 12\r\n\r\nanswer-token");
        var log = new RecordingLogger<OutgoingHttp>();
        using var http = new OutgoingHttp(Microsoft.Extensions.Options.Options.Create(Options()), log);
        await http.SendAsync(
            Request(server.Address) with
            {
                Method = "POST",
                Form = [new RequestField("a", new SecretText("form-secret"))],
                Headers = [new RequestField("Authorization", new SecretText("header-secret"))],
            },
            Ct);

        Assert.Contains("/path: 200", log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("query", log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("token", log.Text, StringComparison.Ordinal);
        Assert.Contains("InsecureAllowHttp", log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_settings_that_make_no_sense()
    {
        var options = new OutgoingHttpOptions { Timeout = TimeSpan.Zero, MaxBytes = 1, CaFile = "/nowhere" };
        options.InsecureAllowNetworks.Add("everywhere");

        Assert.Equal(4, new OutgoingHttpOptionsCheck().Validate(null, options).Failures?.Count());
        Assert.True(new OutgoingHttpOptionsCheck().Validate(null, new OutgoingHttpOptions()).Succeeded);
    }

    [Fact]
    public void Every_kind_of_fault_has_its_test() => Assert.Equal(10, Enum.GetValues<OutgoingFaultCode>().Length);

    private static OutgoingRequest Request(Uri address) => new() { Method = "GET", Address = address };

    private static OutgoingHttpOptions Options()
    {
        var options = new OutgoingHttpOptions { InsecureAllowHttp = true, Timeout = TimeSpan.FromSeconds(10), MaxBytes = 64 * 1024 };
        options.InsecureAllowNetworks.Add("127.0.0.1/32");
        return options;
    }

    private static async Task<Result<ProviderAnswer, OutgoingFault>> SendAsync(OutgoingRequest request, OutgoingHttpOptions? options = null)
    {
        using var http = new OutgoingHttp(Microsoft.Extensions.Options.Options.Create(options ?? Options()), new RecordingLogger<OutgoingHttp>());
        return await http.SendAsync(request, Ct);
    }

    private static async Task RefusedAsync(OutgoingFaultCode code, OutgoingRequest request, OutgoingHttpOptions? options = null)
    {
        var answer = await SendAsync(request, options);
        Assert.Equal((code, answer.Fault?.Detail), (answer.Fault?.Code ?? default, answer.Fault?.Detail));
        Assert.False(answer.Ok);
    }
}
