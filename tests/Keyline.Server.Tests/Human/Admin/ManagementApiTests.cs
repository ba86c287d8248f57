using System.Net;
using System.Text.Json;
using Keyline.Identity.Domains;
using Keyline.Identity.Federation;
using Keyline.Identity.Federation.Presets;
using Keyline.Identity.Mail.Outbox;

namespace Keyline.Server.Tests.Human.Admin;

public class ManagementApiTests(AdminServer server) : IClassFixture<AdminServer>
{
    [Fact]
    public async Task I7_People_are_found_shown_and_deactivated_with_their_sessions()
    {
        var bob = await server.AddPersonAsync(server.Acme, "bob");
        var (_, cookie) = await server.SignInAsync(server.Acme.Tenant, bob);
        Assert.Equal(HttpStatusCode.OK, (await server.SendAsync("GET", "/t/acme/api/me", cookie: cookie)).Status);

        var found = await server.GetAsync("/t/acme/api/people?q=BOB", server.Acme);
        var shown = await server.GetAsync($"/t/acme/api/people/{bob.Id}", server.Acme);
        var (status, _, _) = await server.SendAsync("POST", $"/t/acme/api/people/{bob.Id}/deactivate", server.Acme);

        Assert.Equal(bob.Id.Value, found.GetProperty("items")[0].GetProperty("id").GetGuid());
        Assert.Equal("belonging", shown.GetProperty("roles")[0].GetProperty("reasons")[0].GetProperty("kind").GetString());
        Assert.Equal(1, shown.GetProperty("sessions").GetArrayLength());
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.SendAsync("GET", "/t/acme/api/me", cookie: cookie)).Status);
    }

    [Fact]
    public async Task A_page_leads_to_the_next_and_misses_nobody()
    {
        for (var i = 0; i < 5; i++)
        {
            await server.AddPersonAsync(server.Other, $"paged-{i}");
        }

        var seen = new List<Guid>();
        string? after = "";
        while (after is not null)
        {
            var page = await server.GetAsync($"/t/other/api/people?q=paged&limit=2&after={after}", server.Other);
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetGuid()));
            after = page.GetProperty("next").GetString();
        }

        Assert.Equal(5, seen.Distinct().Count());
        Assert.Equal(5, seen.Count);
    }

    [Fact]
    public async Task A_group_is_named_mapped_and_unmapped()
    {
        var (made, group, _) = await server.SendAsync("POST", "/t/acme/api/groups", server.Acme,
            $$"""{"connectionId":"{{server.Acme.Connection.Id}}","key":"sales","name":"Sales"}""");
        var id = JsonDocument.Parse(group).RootElement.GetProperty("id").GetGuid();
        var (mapped, mapping, _) = await server.SendAsync("POST", "/t/acme/api/mappings", server.Acme, $$"""{"group":"{{id}}","role":"agent"}""");
        var removed = await server.SendAsync(
            "DELETE", $"/t/acme/api/mappings/{JsonDocument.Parse(mapping).RootElement.GetProperty("id").GetGuid()}", server.Acme);

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created, HttpStatusCode.NoContent), (made, mapped, removed.Status));
        var last = await server.SendAsync("DELETE", $"/t/acme/api/mappings/{server.Acme.Mapping.Id}", server.Acme);
        Assert.Equal(HttpStatusCode.Conflict, last.Status);
        Assert.Contains("problems/role/locks-out", last.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_domain_is_claimed_and_proved()
    {
        var (_, body, _) = await server.SendAsync("POST", "/t/acme/api/domains", server.Acme, """{"name":"Müller.example"}""");
        var claimed = JsonDocument.Parse(body).RootElement;
        var path = $"/t/acme/api/domains/{claimed.GetProperty("id").GetGuid()}";
        var early = await server.SendAsync("POST", path + "/verify", server.Acme);
        server.Dns.Publish(claimed.GetProperty("recordName").GetString()!, claimed.GetProperty("recordText").GetString()!);
        var verified = await server.SendAsync("POST", path + "/verify", server.Acme);

        Assert.Equal("xn--mller-kva.example", claimed.GetProperty("name").GetString());
        Assert.Contains("problems/domain/record-missing", early.Body, StringComparison.Ordinal);
        Assert.Equal("verified", JsonDocument.Parse(verified.Body).RootElement.GetProperty("state").GetString());
        var assigned = await server.SendAsync("PUT", path + "/connection", server.Acme, $$"""{"connectionId":"{{server.Acme.Connection.Id}}"}""");
        Assert.Equal(HttpStatusCode.OK, assigned.Status);
        server.Dns.Fault = new DnsFault(DnsFaultCode.ResolverSilent, "silence");
        Assert.Equal(HttpStatusCode.FailedDependency, (await server.SendAsync("POST", path + "/verify", server.Acme)).Status);
        server.Dns.Fault = null;
        Assert.Equal(HttpStatusCode.NoContent, (await server.SendAsync("DELETE", path, server.Acme)).Status);
    }

    [Fact]
    public async Task Settings_are_read_and_written_whole_and_insecure_switches_by_the_operator()
    {
        var settings = (await server.GetAsync("/t/acme/api/settings", server.Acme)).GetRawText();
        var insecure = settings.Replace("\"insecureAllowClearTextLdap\":false", "\"insecureAllowClearTextLdap\":true", StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.OK, (await server.SendAsync("PUT", "/t/acme/api/settings", server.Acme, settings)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await server.SendAsync("PUT", "/t/acme/api/settings", server.Acme, insecure)).Status);
        Assert.Equal(HttpStatusCode.OK, (await server.SendAsync("PUT", "/t/operator/api/tenants/acme/settings", server.Operator, insecure)).Status);
        Assert.Equal(HttpStatusCode.OK, (await server.SendAsync("PUT", "/t/operator/api/tenants/acme/settings", server.Operator, settings)).Status);
    }

    [Fact]
    public async Task The_operator_makes_tenants_and_nobody_else_does()
    {
        const string Body = """{"slug":"globex","name":"Globex","plan":"collaborate"}""";

        Assert.Equal(HttpStatusCode.Forbidden, (await server.SendAsync("POST", "/t/acme/api/tenants", server.Acme, Body)).Status);
        Assert.Equal(HttpStatusCode.Created, (await server.SendAsync("POST", "/t/operator/api/tenants", server.Operator, Body)).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await server.SendAsync("POST", "/t/operator/api/tenants", server.Operator, Body)).Status);
        var changed = await server.SendAsync("PATCH", "/t/operator/api/tenants/globex", server.Operator, """{"plan":"basic"}""");
        Assert.Contains("\"includesSso\":false", changed.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_audit_log_is_searched_and_taken_away()
    {
        await server.SendAsync("POST", "/t/acme/api/roles", server.Acme,
            """{"name":"exporter","description":"Exports \"all\" [x]","permissions":["recordings.export"],"perSite":false}""");

        var found = await server.GetAsync("/t/acme/api/audit?q=role.create", server.Acme);
        var (_, lines, answer) = await server.SendAsync("GET", "/t/acme/api/audit/export", server.Acme);
        var (_, syslog, _) = await server.SendAsync("GET", "/t/acme/api/audit/export?format=syslog", server.Acme);

        Assert.Equal("role.create", found.GetProperty("items")[0].GetProperty("action").GetString());
        Assert.Equal("application/x-ndjson", answer.Content.Headers.ContentType?.MediaType);
        Assert.All(lines.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => JsonDocument.Parse(line).Dispose());
        Assert.Contains("audit.export", lines, StringComparison.Ordinal);
        Assert.All(syslog.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            line => Assert.Matches("""^<1\d\d>1 \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z - keyline - \S{1,32} \[keyline@32473( \S+="([^"\\\]]|\\.)*")+\]$""", line));
    }

    [Fact]
    public async Task Sessions_are_listed_and_ended()
    {
        var ann = await server.AddPersonAsync(server.Acme, "ann");
        var (session, cookie) = await server.SignInAsync(server.Acme.Tenant, ann);

        var listed = await server.GetAsync($"/t/acme/api/sessions?person={ann.Id}", server.Acme);
        var ended = await server.SendAsync("DELETE", $"/t/acme/api/sessions/{session.Id}", server.Acme);

        Assert.Equal(session.Id.Value, listed.GetProperty("items")[0].GetProperty("id").GetGuid());
        Assert.Equal(HttpStatusCode.NoContent, ended.Status);
        Assert.Equal(HttpStatusCode.NotFound, (await server.SendAsync("DELETE", $"/t/acme/api/sessions/{session.Id}", server.Acme)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.SendAsync("GET", "/t/acme/api/me", cookie: cookie)).Status);
    }

    [Fact]
    public async Task A_role_given_by_hand_is_drift_with_an_end()
    {
        var eve = await server.AddPersonAsync(server.Acme, "eve");
        var until = DateTimeOffset.UtcNow.AddDays(3);
        var (status, _, _) = await server.SendAsync("POST", "/t/acme/api/grants", server.Acme,
            $$"""{"person":"{{eve.Id}}","role":"supervisor","reason":"Holiday","expiresAt":"{{until:O}}"}""");
        var late = await server.SendAsync("POST", "/t/acme/api/grants", server.Acme,
            $$"""{"person":"{{eve.Id}}","role":"supervisor","reason":"For ever","expiresAt":"9999-12-31T23:59:59Z"}""");
        var elsewhere = await server.SendAsync("POST", "/t/acme/api/grants", server.Acme,
            $$"""{"person":"{{eve.Id}}","role":"agent","reason":"r","expiresAt":"{{until:O}}","site":"{{Guid.NewGuid()}}"}""");

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.BadRequest, HttpStatusCode.NotFound), (status, late.Status, elsewhere.Status));
        var drift = (await server.GetAsync("/t/acme/api/grants", server.Acme)).GetProperty("items").EnumerateArray().Single();
        Assert.Equal("Holiday", drift.GetProperty("reason").GetString());
        var revoked = await server.SendAsync("DELETE", $"/t/acme/api/grants/{drift.GetProperty("id").GetGuid()}", server.Acme);
        Assert.Equal(HttpStatusCode.NoContent, revoked.Status);
    }

    [Fact]
    public async Task A_connection_is_made_from_a_preset_and_the_last_way_in_stays_on()
    {
        var preset = ConnectionPresets.All.First(known => known.Kind == ConnectionKind.Saml).Key;
        var (status, body, _) = await server.SendAsync("POST", "/t/acme/api/connections", server.Acme, $$"""{"preset":"{{preset}}","name":"Corp Two"}""");
        var metadata = await server.SendAsync("PUT", "/t/acme/api/connections/corp-two/metadata", server.Acme, """{"xml":"<!DOCTYPE x><x/>"}""");
        var oidc = await server.SendAsync(
            "PUT", "/t/acme/api/connections/corp-two/oidc", server.Acme, """{"issuer":"https://idp.example","clientId":"c"}""");
        var incomplete = await server.SendAsync("POST", "/t/acme/api/connections/corp-two/enable", server.Acme, "{}");
        var wrong = await server.SendAsync("POST", "/t/acme/api/connections", server.Acme, """{"preset":"none","name":"x"}""");
        var last = await server.SendAsync("POST", $"/t/acme/api/connections/{server.Acme.Connection.Slug}/disable", server.Acme);
        var removed = await server.SendAsync("DELETE", "/t/acme/api/connections/corp-two", server.Acme);

        Assert.True(status == HttpStatusCode.OK, body);
        Assert.Contains("connection/metadata-unreadable", metadata.Body, StringComparison.Ordinal);
        Assert.Contains("connection/wrong-kind", oidc.Body, StringComparison.Ordinal);
        Assert.Contains("connection/not-complete", incomplete.Body, StringComparison.Ordinal);
        Assert.Contains("connection/unknown-preset", wrong.Body, StringComparison.Ordinal);
        Assert.Contains("connection/last-way-in", last.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, removed.Status);
    }

    [Fact]
    public async Task I4_An_invitation_goes_to_the_persons_address_and_to_nobody_else()
    {
        var (_, body, _) = await server.SendAsync("POST", "/t/other/api/people", server.Other,
            """{"userName":"ivy","displayName":"Ivy","email":"ivy@other.example"}""");
        var id = JsonDocument.Parse(body).RootElement.GetProperty("id").GetGuid();
        var (status, answer, _) = await server.SendAsync("POST", $"/t/other/api/people/{id}/invite", server.Other,
            $$"""{"connectionId":"{{server.Other.Connection.Id}}"}""");

        Assert.True(status == HttpStatusCode.OK, answer);
        Assert.DoesNotContain("/link/", answer, StringComparison.Ordinal);
        var waiting = await server.Node.AskAsync((IOutbox outbox) => outbox.ListAsync(server.Other.Tenant.Id, 10, TestContext.Current.CancellationToken));
        Assert.Contains(waiting, mail => mail.To == "ivy@other.example");
        var nobody = await server.SendAsync("POST", $"/t/other/api/people/{Guid.NewGuid()}/invite", server.Other,
            $$"""{"connectionId":"{{server.Other.Connection.Id}}"}""");
        var nowhere = await server.SendAsync("POST", $"/t/other/api/people/{id}/invite", server.Other, $$"""{"connectionId":"{{Guid.NewGuid()}}"}""");
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (nobody.Status, nowhere.Status));
    }

    [Theory]
    [InlineData("""{"name":"x.example","extra":1}""")]
    [InlineData("""{"name":"x.example","name":"y.example"}""")]
    [InlineData("""{"name":null}""")]
    [InlineData("""{"name":5}""")]
    [InlineData("""{}""")]
    [InlineData("""[]""")]
    [InlineData("""null""")]
    [InlineData("")]
    [InlineData("""{"name":""")]
    public async Task Json_is_read_strictly(string body)
    {
        var (status, problem, answer) = await server.SendAsync("POST", "/t/acme/api/domains", server.Acme, body);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain("Keyline.Server", problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_refusal_is_a_problem_with_a_stable_type()
    {
        var cases = new (string Method, string Path, TenantFixture? Who, int Status, string Type)[]
        {
            ("GET", "/t/acme/api/people", null, 401, "not-signed-in"),
            ("GET", "/t/nobody/api/people", server.Acme, 404, "not-found"),
            ("GET", "/t/acme/api/people/not-an-id", server.Acme, 404, "not-found"),
            ("GET", $"/t/acme/api/people/{Guid.NewGuid()}", server.Acme, 404, "not-found"),
            ("DELETE", "/t/acme/api/people", server.Acme, 405, "method-not-allowed"),
            ("GET", "/t/acme/api/people?limit=0", server.Acme, 400, "bad-request"),
            ("POST", "/t/acme/api/domains", server.Acme, 415, "unsupported-media-type"),
        };

        foreach (var (method, path, who, status, type) in cases)
        {
            var (got, body, answer) = await server.SendAsync(method, path, who, method == "POST" ? "x" : null, contentType: "text/plain");
            Assert.True(status == (int)got, $"{method} {path}: {got} {body}");
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
            Assert.Equal("https://keyline.dev/problems/" + type, JsonDocument.Parse(body).RootElement.GetProperty("type").GetString());
        }
    }

    [Fact]
    public async Task The_description_names_every_address_of_the_api()
    {
        var (status, body, _) = await server.SendAsync("GET", "/openapi/v1.json");
        var document = JsonDocument.Parse(body).RootElement;

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("3.1.0", document.GetProperty("openapi").GetString());
        var paths = document.GetProperty("paths");
        Assert.True(paths.GetProperty("/t/{tenant}/api/people/{id}").TryGetProperty("get", out var show));
        Assert.Equal("uuid", show.GetProperty("parameters").EnumerateArray().Single(p => p.GetProperty("name").GetString() == "id")
            .GetProperty("schema").GetProperty("format").GetString());
        var post = paths.GetProperty("/t/{tenant}/api/domains").GetProperty("post");
        Assert.Equal("#/components/schemas/NewDomainBody",
            post.GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("schema").GetProperty("$ref").GetString());
        Assert.InRange(paths.EnumerateObject().Count(), 25, 200);
    }
}
