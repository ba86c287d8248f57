using System.Net;
using System.Text.Json;

namespace Keyline.Server.Tests.Human.Admin;

/// <summary>I6: tenants never see each other, at any address of the API.</summary>
public class TenantIsolationTests(AdminServer server) : IClassFixture<AdminServer>
{
    [Fact]
    public async Task I6_A_session_of_one_tenant_is_nobodys_at_another()
    {
        foreach (var (method, pattern, _) in ApiEndpoints.Of(server.Node.Services, "/t/{tenant}/api"))
        {
            var path = ApiEndpoints.Fill(pattern, part => part.Name == "tenant" ? "other" : IdOf(server.Other, pattern.RawText!)); // Listed endpoints have a text.

            var own = await server.SendAsync(method, path, server.Acme, method == "GET" ? null : "{}");
            var renamed = await server.SendAsync(method, path, null, method == "GET" ? null : "{}",
                cookie: server.Acme.Cookie.Replace("-acme=", "-other=", StringComparison.Ordinal));

            AssertNothing(HttpStatusCode.Unauthorized, method, path, own.Status, own.Body);
            AssertNothing(HttpStatusCode.Unauthorized, method, path, renamed.Status, renamed.Body);
        }
    }

    [Fact]
    public async Task I6_The_ids_of_one_tenant_lead_nowhere_at_another()
    {
        foreach (var (method, pattern, body) in ApiEndpoints.Of(server.Node.Services, "/t/{tenant}/api").Where(endpoint => endpoint.Pattern.Parameters.Count > 1))
        {
            var path = ApiEndpoints.Fill(pattern, part => part.Name == "tenant" ? "acme" : IdOf(server.Other, pattern.RawText!)); // As above.

            var (status, answer, _) = await server.SendAsync(method, path, server.Acme, body is null ? null : BodyFor(path));

            Assert.True(status is HttpStatusCode.NotFound or HttpStatusCode.Forbidden, $"{method} {path}: {status} {answer}");
            AssertSilent(path, answer);
        }
    }

    [Fact]
    public async Task I6_The_ids_of_one_tenant_in_a_body_lead_nowhere_at_another()
    {
        var site = Guid.NewGuid();
        var until = DateTimeOffset.UtcNow.AddDays(1).ToString("O");
        var cases = new (string Method, string Path, string Body)[]
        {
            ("POST", "/t/acme/api/groups", $$"""{"connectionId":"{{server.Other.Connection.Id}}","key":"k","name":"n"}"""),
            ("POST", "/t/acme/api/mappings", $$"""{"group":"{{server.Other.Group.Id}}","role":"agent"}"""),
            ("POST", "/t/acme/api/mappings", $$"""{"group":"{{server.Acme.Group.Id}}","role":"agent","site":"{{site}}"}"""),
            ("POST", "/t/acme/api/grants", $$"""{"person":"{{server.Other.Admin.Id}}","role":"agent","reason":"r","expiresAt":"{{until}}"}"""),
            ("PUT", $"/t/acme/api/domains/{server.Acme.Domain.Id}/connection", $$"""{"connectionId":"{{server.Other.Connection.Id}}"}"""),
            ("POST", "/t/acme/api/setup-links", $$"""{"label":"x","connectionId":"{{server.Other.Connection.Id}}"}"""),
        };

        foreach (var (method, path, body) in cases)
        {
            var (status, answer, _) = await server.SendAsync(method, path, server.Acme, body);
            AssertNothing(HttpStatusCode.NotFound, method, path, status, answer);
        }
    }

    [Fact]
    public async Task I6_Lists_and_searches_hold_ones_own_alone()
    {
        foreach (var part in new[] { "people", "groups", "roles", "mappings", "grants", "domains", "connections", "sessions", "audit", "setup-links" })
        {
            var (status, body, _) = await server.SendAsync("GET", $"/t/acme/api/{part}?limit=200", server.Acme);
            Assert.Equal(HttpStatusCode.OK, status);
            AssertSilent(part, body);
        }

        var filtered = await server.GetAsync($"/t/acme/api/sessions?person={server.Other.Admin.Id}", server.Acme);
        Assert.Equal(0, filtered.GetProperty("items").GetArrayLength());
        var audit = await server.GetAsync($"/t/acme/api/audit?party={server.Other.Admin.Id}", server.Acme);
        Assert.Equal(0, audit.GetProperty("items").GetArrayLength());
        AssertSilent("export", (await server.SendAsync("GET", "/t/acme/api/audit/export", server.Acme)).Body);
    }

    [Fact]
    public async Task I6_Nothing_of_the_other_tenant_has_changed()
    {
        await I6_A_session_of_one_tenant_is_nobodys_at_another();
        await I6_The_ids_of_one_tenant_lead_nowhere_at_another();

        Assert.Equal(HttpStatusCode.OK, (await server.SendAsync("GET", "/t/other/api/me", server.Other)).Status);
        Assert.Equal(1, (await server.GetAsync("/t/other/api/mappings", server.Other)).GetProperty("items").GetArrayLength());
        Assert.Equal(1, (await server.GetAsync("/t/other/api/domains", server.Other)).GetProperty("items").GetArrayLength());
        var admin = await server.GetAsync($"/t/other/api/people/{server.Other.Admin.Id}", server.Other);
        Assert.Equal("active", admin.GetProperty("person").GetProperty("state").GetString());
    }

    private static string IdOf(TenantFixture fixture, string address) =>
        address.Contains("/people/", StringComparison.Ordinal) ? fixture.Admin.Id.ToString()
        : address.Contains("/groups/", StringComparison.Ordinal) ? fixture.Group.Id.ToString()
        : address.Contains("/mappings/", StringComparison.Ordinal) ? fixture.Mapping.Id.ToString()
        : address.Contains("/domains/", StringComparison.Ordinal) ? fixture.Domain.Id.ToString()
        : address.Contains("/sessions/", StringComparison.Ordinal) ? fixture.Session.Id.ToString()
        : address.Contains("/connections/", StringComparison.Ordinal) ? fixture.Connection.Slug
        : address.Contains("/tenants/", StringComparison.Ordinal) ? fixture.Tenant.Slug.Value
        : Guid.NewGuid().ToString();

    private static string BodyFor(string path) =>
        path.EndsWith("/local-sign-in", StringComparison.Ordinal) ? """{"allowed":true}"""
        : path.EndsWith("/credential-link", StringComparison.Ordinal) ? """{"withApp":true}"""
        : path.EndsWith("/invite", StringComparison.Ordinal) ? $$"""{"connectionId":"{{Guid.NewGuid()}}"}"""
        : path.EndsWith("/oidc", StringComparison.Ordinal) ? """{"issuer":"https://idp.example","clientId":"c"}"""
        : path.EndsWith("/metadata", StringComparison.Ordinal) ? """{"xml":"<x/>"}"""
        : path.EndsWith("/enable", StringComparison.Ordinal) ? """{"untested":true}"""
        : path.EndsWith("/connection", StringComparison.Ordinal) ? """{"connectionId":null}"""
        : path.Contains("/roles/", StringComparison.Ordinal) ? """{"description":"d","permissions":[],"perSite":false}"""
        : """{"name":"x"}""";

    private void AssertNothing(HttpStatusCode expected, string method, string path, HttpStatusCode status, string body)
    {
        Assert.True(status == expected, $"{method} {path}: {status} {body}");
        AssertSilent(path, body);
    }

    // Everything that the other tenant has is named after it.
    private void AssertSilent(string path, string body)
    {
        foreach (var secret in new[]
        {
            server.Other.Admin.Id.ToString(), server.Other.Admin.DisplayName, server.Other.Group.Name, server.Other.Domain.Name, server.Other.Domain.Challenge,
            server.Other.Session.Id.ToString(), server.Other.Mapping.Id.ToString(), server.Other.Connection.Id.ToString(), server.Other.Connection.Slug,
        })
        {
            Assert.False(body.Contains(secret, StringComparison.OrdinalIgnoreCase), $"{path} tells '{secret}': {JsonEncodedText.Encode(body)}");
        }
    }
}
