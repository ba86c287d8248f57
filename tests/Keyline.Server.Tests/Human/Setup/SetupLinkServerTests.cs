using System.Net;
using System.Text.Json;
using Keyline.Identity.Federation;
using Keyline.Identity.Federation.Presets;
using Keyline.Server.Tests.Human.Admin;

namespace Keyline.Server.Tests.Human.Setup;

public class SetupLinkServerTests(AdminServer server) : IClassFixture<AdminServer>
{
    [Fact]
    public async Task A_link_sets_up_a_domain_in_the_browser_that_began_it()
    {
        var path = await MakeAsync("Ann");
        var cookie = await BeginAsync(path);

        var claimed = await server.SendAsync("POST", path + "/domains", cookie: cookie, body: """{"name":"setup-one.example"}""");
        var domain = JsonDocument.Parse(claimed.Body).RootElement;
        server.Dns.Publish(domain.GetProperty("recordName").GetString()!, domain.GetProperty("recordText").GetString()!);
        var verified = await server.SendAsync("POST", $"{path}/domains/{domain.GetProperty("id").GetGuid()}/verify", cookie: cookie);
        var state = await server.SendAsync("GET", path + "/state", cookie: cookie);
        var finished = await server.SendAsync("POST", path + "/finish", cookie: cookie);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.NoContent), (claimed.Status, verified.Status, finished.Status));
        Assert.Contains("\"state\":\"verified\"", state.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await server.SendAsync("GET", path + "/state", cookie: cookie)).Status);
        var audit = await server.GetAsync("/t/acme/api/audit?q=setup-one.example", server.Acme);
        Assert.All(audit.GetProperty("items").EnumerateArray(),
            entry => Assert.Equal("setup-link", entry.GetProperty("actor").GetProperty("kind").GetString()));
    }

    [Fact]
    public async Task A_link_makes_its_connection_which_is_not_switched_on_untested()
    {
        var path = await MakeAsync("Gil");
        var cookie = await BeginAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, (await server.SendAsync("POST", path + "/connection/enable", cookie: cookie)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await server.SendAsync("POST", path + "/connection/test", cookie: cookie)).Status);

        var preset = ConnectionPresets.All.First(known => known.Kind == ConnectionKind.Oidc).Key;
        var made = await server.SendAsync("POST", path + "/connection", cookie: cookie, body: $$"""{"preset":"{{preset}}","name":"Gil's"}""");
        var again = await server.SendAsync("POST", path + "/connection", cookie: cookie, body: $$"""{"preset":"{{preset}}","name":"x"}""");
        var named = await server.SendAsync("PUT", path + "/connection/oidc", cookie: cookie,
            body: """{"issuer":"https://idp.example","clientId":"c","clientSecret":"s3cret-value"}""");
        var enabled = await server.SendAsync("POST", path + "/connection/enable", cookie: cookie);

        Assert.True(made.Status == HttpStatusCode.OK && named.Status == HttpStatusCode.OK, made.Body + named.Body);
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Conflict), (again.Status, enabled.Status));
        Assert.Contains("connection/not-tested", enabled.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret-value", named.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await server.SendAsync("POST", path + "/connection/enable", server.Acme)).Status);
    }

    [Fact]
    public async Task I1_A_set_up_is_no_session_and_a_session_is_no_set_up()
    {
        var path = await MakeAsync("Bob");
        var cookie = await BeginAsync(path);
        var secret = cookie[(cookie.IndexOf('=', StringComparison.Ordinal) + 1)..];

        foreach (var session in new[] { cookie, $"__Host-keyline-acme={secret}", $"__Host-keyline-acme={path[(path.LastIndexOf('/') + 1)..]}" })
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await server.SendAsync("GET", "/t/acme/api/me", cookie: session)).Status);
            Assert.Equal(HttpStatusCode.Unauthorized, (await server.SendAsync("GET", "/t/acme/api/people", cookie: session)).Status);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await server.SendAsync("GET", path + "/state", server.Acme)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await server.SendAsync("GET", path + "/state")).Status);
    }

    [Fact]
    public async Task A_second_browser_is_refused_and_a_link_that_was_taken_back_opens_nothing()
    {
        var path = await MakeAsync("Cy");
        var cookie = await BeginAsync(path);
        Assert.Equal(HttpStatusCode.Forbidden, (await server.SendAsync("POST", path + "/begin")).Status);
        Assert.Equal(HttpStatusCode.Found, (await server.SendAsync("POST", path + "/begin", cookie: cookie)).Status);

        var links = await server.GetAsync("/t/acme/api/setup-links", server.Acme);
        var link = links.GetProperty("items").EnumerateArray().Single(item => item.GetProperty("label").GetString() == "Cy");
        Assert.Equal("inUse", link.GetProperty("state").GetString());
        await server.SendAsync("DELETE", $"/t/acme/api/setup-links/{link.GetProperty("id").GetGuid()}", server.Acme);

        Assert.Equal(HttpStatusCode.Forbidden, (await server.SendAsync("GET", path + "/state", cookie: cookie)).Status);
    }

    [Fact]
    public async Task I6_A_link_opens_nothing_at_another_tenant_or_for_another_link()
    {
        var path = await MakeAsync("Di");
        var cookie = await BeginAsync(path);
        var second = await MakeAsync("Ed");
        var secondCookie = await BeginAsync(second);

        Assert.Equal(HttpStatusCode.NotFound,
            (await server.SendAsync("GET", path.Replace("/t/acme/", "/t/other/", StringComparison.Ordinal) + "/state", cookie: cookie)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await server.SendAsync("GET", second + "/state", cookie: cookie)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await server.SendAsync(
            "POST", $"{second}/domains/{server.Acme.Domain.Id}/verify", cookie: secondCookie)).Status);
    }

    [Fact]
    public async Task Another_sites_page_does_nothing_with_a_set_up()
    {
        var path = await MakeAsync("Fay");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.Node.Address, path + "/begin"));
        request.Headers.Add("Origin", "https://evil.example");
        using var http = new HttpClient();

        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    private async Task<string> MakeAsync(string label)
    {
        var (status, body, _) = await server.SendAsync("POST", "/t/acme/api/setup-links", server.Acme, $$"""{"label":"{{label}}"}""");
        Assert.Equal(HttpStatusCode.Created, status);
        return new Uri(JsonDocument.Parse(body).RootElement.GetProperty("address").GetString()!).AbsolutePath; // The answer has an address.
    }

    private async Task<string> BeginAsync(string path)
    {
        var (status, _, answer) = await server.SendAsync("POST", path + "/begin");
        Assert.Equal(HttpStatusCode.Found, status);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single();
        Assert.StartsWith("__Host-keyline_setup-acme=", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
        return cookie[..cookie.IndexOf(';', StringComparison.Ordinal)];
    }
}
