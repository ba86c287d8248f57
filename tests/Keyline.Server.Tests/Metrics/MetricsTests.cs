using System.Net;
using Keyline.Journal;
using Keyline.Server.Human.Health.Metrics;
using Keyline.Server.Tests.Portal;
using Microsoft.AspNetCore.Http;

namespace Keyline.Server.Tests.Metrics;

public sealed class MetricsTests(PortalSite site) : IClassFixture<PortalSite>
{
    [Fact]
    public async Task Every_metric_says_what_it_is_and_every_sample_is_a_number()
    {
        await site.SignInAsync(site.Acme);
        await site.Node.Browser().GetAsync("/t/acme/");

        var lines = (await ReadAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Contains("# TYPE keyline_sessions_live gauge", lines);
        Assert.Contains(lines, line => line.StartsWith("keyline_feed_age_seconds ", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("keyline_audit_seal_age_seconds ", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("keyline_http_requests_total{route=\"/t/{tenant}", StringComparison.Ordinal));
        var described = lines.Where(line => line.StartsWith("# HELP ", StringComparison.Ordinal)).Select(line => line.Split(' ')[2]).ToHashSet();
        Assert.All(lines.Where(line => line[0] != '#'), line =>
        {
            Assert.Matches(@"^[a-z_]+(\{[a-z]+=""[^""]*""(,[a-z]+=""[^""]*"")*\})? -?[0-9.E+-]+$", line);
            Assert.Contains(described, name => line.StartsWith(name, StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task A_refused_sign_in_is_counted_with_its_code_and_nothing_that_was_typed()
    {
        using var refused = await site.Node.Browser().PostAsync("/t/acme/local", site.Origin, ("username", "mallory-4711"), ("password", "wrong"));

        var text = await ReadAsync();

        Assert.Contains("keyline_sign_ins_total{method=\"local\",outcome=\"denied\"}", text, StringComparison.Ordinal);
        Assert.Contains("keyline_sign_in_refusals_total{method=\"local\",code=\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("mallory", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_a_caller_makes_up_is_no_label()
    {
        await site.Node.Browser().GetAsync("/made-up-4711");

        var text = await ReadAsync();

        Assert.DoesNotContain("4711", text, StringComparison.Ordinal);
        Assert.Contains("route=\"none\"", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("X-Forwarded-For")]
    [InlineData("Forwarded")]
    public async Task Who_comes_through_a_proxy_that_is_not_trusted_reads_nothing(string header)
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Add(header, "for=127.0.0.1");

        using var answer = await http.GetAsync(new Uri(site.Node.Address, "/metrics"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("::1", true)]
    [InlineData("::ffff:127.0.0.1", true)]
    [InlineData("10.1.2.3", true)]
    [InlineData("::ffff:10.1.2.3", true)]
    [InlineData("192.0.2.1", false)]
    [InlineData("2001:db8::1", false)]
    public void Only_this_machine_and_the_networks_in_the_settings_may_read(string address, bool allowed)
    {
        var options = new Hosting.KeylineOptions();
        options.MetricsNetworks.Add("10.0.0.0/8");
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse(address);

        Assert.Equal(allowed, new MetricsAccess(options).Allows(context));
    }

    [Fact]
    public void Labels_are_escaped()
    {
        var text = new MetricText().Metric("m", "gauge", "a\\b\nc").Sample("m", 0.5, ("l", "a\"b\\c\nd")).ToString();

        Assert.Equal("# HELP m a\\\\b\\nc\n# TYPE m gauge\nm{l=\"a\\\"b\\\\c\\nd\"} 0.5\n", text);
    }

    [Fact]
    public void The_number_of_series_is_bounded()
    {
        var counts = new SignInCounts();
        for (var i = 0; i < 5 * SignInCounts.MaxSeries; i++)
        {
            counts.Add(Entry($"Code{i}"));
        }

        var text = new MetricText();
        counts.Write(text);

        Assert.InRange(text.ToString().Split('\n').Count(line => line.StartsWith("keyline_sign_in_refusals_total{", StringComparison.Ordinal)), 2, SignInCounts.MaxSeries + 1);
        Assert.Contains("{method=\"other\",code=\"other\"} 800", text.ToString(), StringComparison.Ordinal);
    }

    private static AuditEntry Entry(string code) => new()
    {
        TenantId = TenantId.New(),
        At = DateTimeOffset.UnixEpoch,
        Action = "sign-in",
        Outcome = AuditOutcome.Denied,
        Actor = AuditParty.Anonymous,
        Facts = new Dictionary<string, string> { ["method"] = "saml", ["code"] = code },
    };

    private async Task<string> ReadAsync()
    {
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri(site.Node.Address, "/metrics"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/plain", answer.Content.Headers.ContentType!.MediaType);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
