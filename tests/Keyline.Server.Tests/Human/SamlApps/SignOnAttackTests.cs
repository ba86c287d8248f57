using System.IO.Compression;
using System.Net;
using System.Text;
using Keyline.Identity.SamlProvider;
using Keyline.Identity.SamlProvider.Apps;
using Keyline.Journal;
using Keyline.Saml.Bindings;
using Keyline.Saml.Messages;
using Keyline.Saml.Signatures;
using Keyline.Tenancy;
using Keyline.Testing.Saml;

namespace Keyline.Server.Tests.Human.SamlApps;

/// <summary>Each begins with a request that would be answered, and breaks one thing.</summary>
public sealed class SignOnAttackTests(ProviderWorld world) : IClassFixture<ProviderWorld>
{
    private static readonly CertifiedKey _stranger = CertifiedKey.From(SamlTestKeys.Stranger);

    [Fact]
    public Task Refuses_an_address_that_is_not_registered() => RefusedAsync(
        world.Portal, app => app.Request() with { AssertionConsumerService = "https://portal.example.evil.example/acs" },
        SamlProviderFaultCode.MessageRefused, "saml.UnknownAddress");

    [Fact]
    public Task Refuses_a_foreign_signature() => RefusedAsync(
        new TestApp("portal.example", world.Addresses, _stranger), app => app.Request(),
        SamlProviderFaultCode.MessageRefused, "saml.WrongSignature");

    [Fact]
    public Task Refuses_an_unsigned_request_of_an_app_that_promised_to_sign() => RefusedAsync(
        SamlMessageWriter.ToRedirect(world.Portal.Request(), null, "token"), SamlProviderFaultCode.MessageRefused, "saml.NotSigned");

    [Fact]
    public Task Refuses_a_request_for_another_tenant_s_address() => RefusedAsync(
        world.Portal.Redirect(world.Portal.Request() with { Destination = new ProviderAddresses("https://sso.keyline.test", world.Other.Slug).SignOn })
            .Replace("/t/other/", "/t/acme-idp/", StringComparison.Ordinal),
        SamlProviderFaultCode.MessageRefused, "saml.WrongDestination");

    [Fact]
    public Task Refuses_an_app_that_another_tenant_registered() =>
        RefusedAsync(world.Elsewhere, app => app.Request(), SamlProviderFaultCode.UnknownApp, "");

    [Fact]
    public Task Refuses_an_app_that_nobody_registered() => RefusedAsync(
        new TestApp("unknown.example", world.Addresses, _stranger), app => app.Request(), SamlProviderFaultCode.UnknownApp, "");

    [Fact]
    public Task Refuses_a_request_from_yesterday() => RefusedAsync(
        world.Portal, app => app.Request() with { IssueInstant = DateTimeOffset.UtcNow.AddDays(-1) },
        SamlProviderFaultCode.MessageRefused, "saml.Expired");

    [Fact]
    public Task Refuses_a_query_that_was_changed_after_signing() => RefusedAsync(
        world.Portal.Redirect(world.Portal.Request()).Replace("RelayState=token", "RelayState=other", StringComparison.Ordinal),
        SamlProviderFaultCode.MessageRefused, "saml.WrongSignature");

    [Fact]
    public Task Refuses_a_relay_state_that_carries_more_than_a_token() => RefusedAsync(
        world.Portal.Redirect(world.Portal.Request()).Replace("RelayState=token", "RelayState=" + new string('x', 81), StringComparison.Ordinal),
        SamlProviderFaultCode.UnreadableMessage, "saml.RelayStateTooLong");

    [Fact]
    public Task Refuses_a_request_that_inflates_without_end()
    {
        using var bomb = new MemoryStream();
        using (var deflate = new DeflateStream(bomb, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            deflate.Write(Encoding.UTF8.GetBytes("<a>" + new string(' ', 4 * 1024 * 1024) + "</a>"));
        }

        return RefusedAsync(
            $"{world.Addresses.SignOn}?SAMLRequest={Uri.EscapeDataString(Convert.ToBase64String(bomb.ToArray()))}",
            SamlProviderFaultCode.UnreadableMessage, "saml.InflatesTooLarge");
    }

    [Fact]
    public Task Refuses_a_form_that_is_too_large() => RefusedAsync(
        browser => PostAsync(browser, ("SAMLRequest", new string('A', 900 * 1024))), SamlProviderFaultCode.UnreadableMessage, "saml.TooLarge");

    [Fact]
    public async Task A_body_beyond_all_limits_is_not_even_read()
    {
        using var browser = await world.SignedInAsync();
        using var answer = await PostAsync(browser, ("SAMLRequest", new string('A', 2 * 1024 * 1024)));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task Refuses_a_request_that_came_before()
    {
        var address = world.Portal.Redirect(world.Portal.Request());
        using var browser = await world.SignedInAsync();
        using var first = await browser.GetAsync(address);
        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);

        await RefusedAsync(address, SamlProviderFaultCode.Replayed, "");
    }

    [Fact]
    public async Task Refuses_a_request_that_came_before_by_the_other_binding()
    {
        var request = world.Portal.Request();
        using var browser = await world.SignedInAsync();
        using var first = await browser.GetAsync(world.Portal.Redirect(request));

        await RefusedAsync(other => PostAsync(other, world.Portal.Post(request)), SamlProviderFaultCode.Replayed, "");
    }

    [Fact]
    public Task A_message_in_the_query_of_a_post_is_no_message() => RefusedAsync(
        browser => browser.PostAsync(world.Portal.Redirect(world.Portal.Request()), "https://portal.example"),
        SamlProviderFaultCode.UnreadableMessage, "saml.WrongParameters");

    [Fact]
    public Task A_field_that_comes_twice_is_no_message() => RefusedAsync(
        browser => PostAsync(browser, [.. world.Portal.Post(world.Portal.Request()), world.Portal.Post(world.Portal.Request())[0]]),
        SamlProviderFaultCode.UnreadableMessage, "saml.WrongParameters");

    [Fact]
    public Task A_deflated_message_can_t_be_posted() => RefusedAsync(
        browser => PostAsync(browser, ("SAMLRequest", Uri.UnescapeDataString(QueryOf(world.Portal, "SAMLRequest")))),
        SamlProviderFaultCode.UnreadableMessage, "saml.NotXml");

    [Fact]
    public Task A_logout_request_does_not_sign_anybody_in() => RefusedAsync(
        world.Portal.Redirect(new LogoutRequest
        {
            Id = ProtocolMessage.NewId(),
            IssueInstant = DateTimeOffset.UtcNow,
            Issuer = world.Portal.EntityId,
            Destination = world.Addresses.SignOn,
            NameId = new NameId { Value = "_x" },
        }),
        SamlProviderFaultCode.MessageRefused, "saml.WrongMessage");

    [Fact]
    public async Task Where_the_person_ends_is_the_app_s_registered_address_whatever_relay_state_says()
    {
        using var browser = await world.SignedInAsync();
        using var answer = await ProviderWorld.FollowAsync(
            browser, await browser.GetAsync(world.Portal.Redirect(world.Portal.Request(), "https://evil.example/")));

        var form = await TestApp.FormOnAsync(answer);
        Assert.Equal(world.Portal.ConsumerService, form.Action);
        Assert.DoesNotContain("evil.example", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_is_answered_in_the_browser_that_brought_it_alone()
    {
        using var mallory = world.Browser();
        using var started = await mallory.GetAsync(world.Portal.Redirect(world.Portal.Request()));

        await RefusedAsync(started.Headers.Location?.OriginalString ?? "", SamlProviderFaultCode.WrongBrowser, "");
    }

    [Fact]
    public async Task A_request_is_answered_once()
    {
        using var browser = await world.SignedInAsync();
        using var started = await browser.GetAsync(world.Portal.Redirect(world.Portal.Request()));
        var path = started.Headers.Location?.OriginalString ?? "";
        using var first = await browser.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);

        await RefusedAsync(browser, _ => browser.GetAsync(path), SamlProviderFaultCode.UnknownRequest, "");
    }

    [Fact]
    public async Task A_request_is_not_answered_at_another_tenant()
    {
        using var browser = await world.SignedInAsync();
        using var started = await browser.GetAsync(world.Portal.Redirect(world.Portal.Request()));
        using var answer = await browser.GetAsync((started.Headers.Location?.OriginalString ?? "").Replace("acme-idp", "other", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?request=")]
    [InlineData("?request=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("?request=%00")]
    [InlineData("?request=a&request=b")]
    public Task Nothing_waits_under_a_name_that_was_made_up(string query) =>
        RefusedAsync($"/t/acme-idp/saml/idp/continue{query}", SamlProviderFaultCode.UnknownRequest, "");

    [Fact]
    public async Task A_plan_without_single_sign_on_says_so()
    {
        var basic = ProviderWorld.NewTenant("basic-" + Guid.NewGuid().ToString("N")[..8], Plan.Basic);
        await world.AddTenantAsync(basic);
        using var browser = world.Browser();

        foreach (var path in new[] { "metadata", "sso?SAMLRequest=AA==" })
        {
            using var answer = await browser.GetAsync($"/t/{basic.Slug}/saml/idp/{path}");
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            Assert.Contains("plan does not include", await TextAsync(answer), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_app_that_was_switched_off_gets_nothing_even_when_it_asked_before()
    {
        var app = new TestApp("off.example", world.Addresses, SamlTestKeys.ServiceProvider);
        var registered = await world.RegisterAsync(world.Tenant, app);
        using var browser = await world.SignedInAsync();
        using var started = await browser.GetAsync(app.Redirect(app.Request()));
        await world.Node.AskAsync((RegisterSamlApp register) =>
            register.SwitchAsync(Keyline.Identity.Changes.Actor.CommandLine(world.Tenant, "tests"), registered, enabled: false));

        await RefusedAsync(browser, _ => browser.GetAsync(started.Headers.Location?.OriginalString ?? ""), SamlProviderFaultCode.AppDisabled, "");
        await RefusedAsync(app, one => one.Request(), SamlProviderFaultCode.AppDisabled, "");
    }

    [Fact]
    public async Task A_forged_host_header_changes_no_address_of_ours()
    {
        using var browser = world.Browser();
        browser.Host = "evil.example";
        using var answer = await browser.GetAsync(world.Addresses.Metadata);

        var metadata = await TextAsync(answer);
        Assert.DoesNotContain("evil.example", metadata, StringComparison.Ordinal);
        Assert.Contains(world.Addresses.SignOn, metadata, StringComparison.Ordinal);
    }

    private static Task<string> TextAsync(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    private static string QueryOf(TestApp app, string name) =>
        new Uri(app.Redirect(app.Request())).Query.TrimStart('?').Split('&').Single(pair => pair.StartsWith(name + "=", StringComparison.Ordinal))[(name.Length + 1)..];

    private Task<HttpResponseMessage> PostAsync(TestBrowser browser, params (string Name, string Value)[] fields) =>
        browser.PostAsync(world.Addresses.SignOn, "https://portal.example", fields);

    private Task RefusedAsync(TestApp app, Func<TestApp, AuthnRequest> request, SamlProviderFaultCode code, string protocolCode) =>
        RefusedAsync(app.Redirect(request(app)), code, protocolCode);

    private Task RefusedAsync(string path, SamlProviderFaultCode code, string protocolCode) =>
        RefusedAsync(browser => browser.GetAsync(path), code, protocolCode);

    // Somebody is signed in, so that only the refusal keeps them from being vouched for.
    private async Task RefusedAsync(Func<TestBrowser, Task<HttpResponseMessage>> send, SamlProviderFaultCode code, string protocolCode)
    {
        using var browser = await world.SignedInAsync();
        await RefusedAsync(browser, send, code, protocolCode);
    }

    private async Task RefusedAsync(
        TestBrowser browser, Func<TestBrowser, Task<HttpResponseMessage>> send, SamlProviderFaultCode code, string protocolCode)
    {
        using var answer = await send(browser);
        var text = await TextAsync(answer);
        var entry = await world.AuditAsync(ProviderRecorder.SignOn);

        Assert.InRange((int)answer.StatusCode, 400, 499);
        Assert.DoesNotContain("SAMLResponse", text, StringComparison.Ordinal);
        Assert.Equal(AuditOutcome.Denied, entry.Outcome);
        Assert.Equal(code.ToString(), entry.Facts["code"]);
        Assert.Equal(protocolCode, entry.Facts.GetValueOrDefault("protocol-code", ""));
        Assert.Contains(entry.Reference, text, StringComparison.Ordinal);
    }
}
