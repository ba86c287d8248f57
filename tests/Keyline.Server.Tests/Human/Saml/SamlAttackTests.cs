using System.Net;
using Keyline.Identity.Federation;
using Keyline.Identity.Federation.Saml;
using Keyline.Identity.SignIn;
using Keyline.Portal.Design;
using Keyline.Secrets;
using Keyline.Tenancy;
using Keyline.Testing.Saml;

namespace Keyline.Server.Tests.Human.Saml;

public sealed class SamlAttackTests : IAsyncLifetime
{
    private SamlServer? _server;

    private SamlServer Server => _server ?? throw new InvalidOperationException("Not started.");

    public async ValueTask InitializeAsync() => _server = await SamlServer.StartAsync();

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    [Fact]
    public async Task The_same_answer_twice()
    {
        using var browser = Server.Node.Browser();
        var asked = await SamlServer.BeginAsync(browser);
        var response = Server.Idp.Answer(asked);
        using var first = await SamlServer.AnswerAsync(browser, response, asked.RelayState);
        browser.ForgetSession(Server.Acme);

        using var second = await SamlServer.AnswerAsync(browser, response, asked.RelayState);

        await RefusedAsync(browser, second, SignInFaultCode.TransactionSpent);
    }

    [Fact]
    public async Task The_same_answer_at_another_node_and_after_a_restart()
    {
        using var browser = Server.Node.Browser();
        var asked = await SamlServer.BeginAsync(browser);
        var response = Server.Idp.Answer(asked);
        using var first = await SamlServer.AnswerAsync(browser, response, asked.RelayState);
        await using var other = await Server.AnotherNodeAsync();
        using var elsewhere = other.Browser();
        elsewhere.TakeBrowserCookie(browser);

        using var second = await SamlServer.AnswerAsync(elsewhere, response, asked.RelayState);
        await Refusal.AssertAsync(other, Server.Acme, elsewhere, second, SignInFaultCode.TransactionSpent);

        await Server.RestartAsync();
        using var later = Server.Node.Browser();
        later.TakeBrowserCookie(browser);
        using var third = await SamlServer.AnswerAsync(later, response, asked.RelayState);
        await RefusedAsync(later, third, SignInFaultCode.TransactionSpent);
    }

    [Fact]
    public async Task An_unasked_assertion_twice_also_at_another_node()
    {
        var portal = await Server.AddConnectionAsync(Server.Acme, "portal", Server.Idp, AllowIdpInitiated);
        using var browser = Server.Node.Browser();
        var response = Unasked(portal);
        using var first = await SamlServer.AnswerAsync(browser, response, "", To(portal));
        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        await using var other = await Server.AnotherNodeAsync();
        using var elsewhere = other.Browser();

        using var second = await SamlServer.AnswerAsync(elsewhere, response, "", To(portal));

        await Refusal.AssertAsync(other, Server.Acme, elsewhere, second, SignInFaultCode.Replayed);
    }

    [Fact]
    public async Task An_unasked_answer_where_none_is_taken()
    {
        using var browser = Server.Node.Browser();

        using var answer = await SamlServer.AnswerAsync(browser, Unasked(Server.Corp), "", To(Server.Corp));

        await RefusedAsync(browser, answer, SignInFaultCode.UnsolicitedRefused);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/t/acme/")]
    [InlineData("/t/other/")]
    [InlineData("/t/acme/..//evil.example")]
    public async Task A_relay_state_that_leads_elsewhere_leads_home(string relayState)
    {
        var portal = await Server.AddConnectionAsync(Server.Acme, "portal", Server.Idp, AllowIdpInitiated);
        using var browser = Server.Node.Browser();

        using var answer = await SamlServer.AnswerAsync(browser, Unasked(portal), relayState, To(portal));

        Assert.Equal("/t/acme/", answer.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("https%3A%2F%2Fevil.example%2F")]
    [InlineData("%2F%2Fevil.example")]
    [InlineData("%2Ft%2Facme%2F%5Cevil.example")]
    [InlineData("%2Ft%2Fother%2F")]
    public async Task A_return_address_that_leads_elsewhere_leads_home(string returnTo)
    {
        using var browser = Server.Node.Browser();
        var asked = await SamlServer.BeginAsync(browser, $"/t/acme/login?connection=corp&return={returnTo}");

        using var answer = await SamlServer.AnswerAsync(browser, Server.Idp.Answer(asked), asked.RelayState);

        Assert.Equal("/t/acme/", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task An_answer_in_another_browser_is_login_csrf()
    {
        using var attacker = Server.Node.Browser();
        using var victim = Server.Node.Browser();
        await SamlServer.BeginAsync(victim);
        var asked = await SamlServer.BeginAsync(attacker);

        using var answer = await SamlServer.AnswerAsync(victim, Server.Idp.Answer(asked, "attacker"), asked.RelayState);

        await RefusedAsync(victim, answer, SignInFaultCode.WrongBrowser);
    }

    [Fact]
    public async Task An_invented_relay_state()
    {
        using var browser = Server.Node.Browser();
        var asked = await SamlServer.BeginAsync(browser);

        using var answer = await SamlServer.AnswerAsync(browser, Server.Idp.Answer(asked), BearerSecret.New().Reveal());

        await RefusedAsync(browser, answer, SignInFaultCode.UnknownTransaction);
    }

    [Fact]
    public async Task An_answer_to_another_request_of_the_same_browser()
    {
        using var browser = Server.Node.Browser();
        var first = await SamlServer.BeginAsync(browser);
        var second = await SamlServer.BeginAsync(browser);

        using var answer = await SamlServer.AnswerAsync(browser, Server.Idp.Answer(first), second.RelayState);

        await RefusedAsync(browser, answer, SignInFaultCode.ResponseRefused, "saml.WrongInResponseTo");
    }

    [Fact]
    public async Task A_mix_up_of_two_connections()
    {
        var evil = new SamlIdp { EntityId = "https://evil.example/metadata", SignOn = "https://evil.example/sso", Certificate = SamlTestKeys.Stranger };
        var other = await Server.AddConnectionAsync(Server.Acme, "other", evil);
        using var browser = Server.Node.Browser();
        var asked = await SamlServer.BeginAsync(browser);

        // Begun at corp, answered by the other IdP at the other's address; then by the other IdP at corp's address.
        using var atOther = await SamlServer.AnswerAsync(browser, evil.Answer(asked), asked.RelayState, To(other));
        await RefusedAsync(browser, atOther, SignInFaultCode.WrongConnection);
        using var atCorp = await SamlServer.AnswerAsync(browser, evil.Answer(asked), asked.RelayState);
        await RefusedAsync(browser, atCorp, SignInFaultCode.ResponseRefused, "saml.WrongIssuer");
    }

    [Fact]
    public async Task A_mix_up_of_two_tenants()
    {
        var umbrella = await Server.AddTenantAsync("umbrella");
        await Server.AddConnectionAsync(umbrella, "corp", Server.Idp);
        using var browser = Server.Node.Browser();
        var asked = await SamlServer.BeginAsync(browser);

        using var answer = await SamlServer.AnswerAsync(browser, Server.Idp.Answer(asked), asked.RelayState, "/t/umbrella/saml/corp/acs");

        await Refusal.AssertAsync(Server.Node, umbrella, browser, answer, SignInFaultCode.UnknownTransaction);
    }

    [Fact]
    public async Task An_answer_for_another_audience()
    {
        using var browser = Server.Node.Browser();
        var asked = await SamlServer.BeginAsync(browser);

        using var answer = await SamlServer.AnswerAsync(
            browser, Server.Idp.Answer(asked) with { Audience = "https://sso.keyline.test/t/umbrella/saml/corp/metadata" }, asked.RelayState);

        await RefusedAsync(browser, answer, SignInFaultCode.ResponseRefused, "saml.WrongAudience");
    }

    [Fact]
    public async Task A_strangers_signature_and_none()
    {
        using var browser = Server.Node.Browser();
        var asked = await SamlServer.BeginAsync(browser);
        using var strange = await SamlServer.AnswerAsync(browser, Server.Idp.Answer(asked) with { Certificate = SamlTestKeys.Stranger }, asked.RelayState);
        await RefusedAsync(browser, strange, SignInFaultCode.ResponseRefused, "saml.UnknownKey");

        asked = await SamlServer.BeginAsync(browser);
        using var unsigned = await SamlServer.AnswerAsync(
            browser, Server.Idp.Answer(asked) with { SignAssertion = false, SignResponse = false }, asked.RelayState);
        await RefusedAsync(browser, unsigned, SignInFaultCode.ResponseRefused, "saml.NotSigned");
    }

    [Theory]
    [InlineData("urn:oasis:names:tc:SAML:2.0:nameid-format:transient", SignInFaultCode.TransientSubject)]
    [InlineData("urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress", SignInFaultCode.MutableSubject)]
    public async Task A_name_that_is_no_identity(string format, SignInFaultCode code)
    {
        using var browser = Server.Node.Browser();
        var asked = await SamlServer.BeginAsync(browser);

        using var answer = await SamlServer.AnswerAsync(
            browser, Server.Idp.Answer(asked) with { NameId = $"<saml:NameID Format=\"{format}\">user1@acme.example</saml:NameID>" }, asked.RelayState);

        await RefusedAsync(browser, answer, code);
    }

    [Fact]
    public async Task I4_an_address_of_somebody_else_opens_nothing()
    {
        using var owner = Server.Node.Browser();
        var first = await SamlServer.BeginAsync(owner);
        using var done = await SamlServer.AnswerAsync(owner, Server.Idp.Answer(first, "owner"), first.RelayState);
        using var stranger = Server.Node.Browser();
        var asked = await SamlServer.BeginAsync(stranger);

        using var answer = await SamlServer.AnswerAsync(stranger, Server.Idp.Answer(asked, "stranger"), asked.RelayState);

        await RefusedAsync(stranger, answer, SignInFaultCode.AccountExists);
    }

    [Fact]
    public async Task A_forged_host_changes_no_address()
    {
        using var browser = Server.Node.Browser();
        browser.Host = "evil.example";

        var asked = await SamlServer.BeginAsync(browser);

        Assert.Equal("https://sso.keyline.test/t/acme/saml/corp/acs", asked.Consumer);
        Assert.Equal("https://sso.keyline.test/t/acme/saml/corp/metadata", asked.Issuer);
    }

    [Fact]
    public async Task A_connection_that_is_off_and_a_plan_without_single_sign_on()
    {
        await Server.AddConnectionAsync(Server.Acme, "closed", Server.Idp, connection => connection with { Enabled = false });
        var basic = await Server.AddTenantAsync("basic", Plan.Basic);
        await Server.AddConnectionAsync(basic, "corp", Server.Idp);
        using var browser = Server.Node.Browser();

        using var off = await browser.GetAsync("/t/acme/login?connection=closed");
        await RefusedAsync(browser, off, SignInFaultCode.ConnectionDisabled);
        using var planless = await browser.GetAsync("/t/basic/login?connection=corp");
        await Refusal.AssertAsync(Server.Node, basic, browser, planless, SignInFaultCode.PlanWithoutSso);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("!!!", "x")]
    [InlineData("PHg+", "x")]
    public async Task Rubbish_is_refused_with_a_page(string response, string relayState)
    {
        using var browser = Server.Node.Browser();

        using var answer = await browser.PostAsync("/t/acme/saml/corp/acs", "https://evil.example",
            ("SAMLResponse", response), ("RelayState", relayState), ("again", "1"));

        Assert.InRange((int)answer.StatusCode, 400, 499);
    }

    private static Connection AllowIdpInitiated(Connection connection) =>
        connection with { Settings = (SamlConnectionSettings)connection.Settings with { AllowIdpInitiated = true } };

    private static string To(Connection connection) => $"/t/acme/saml/{connection.Slug}/acs";

    private Task RefusedAsync(TestBrowser browser, HttpResponseMessage answer, SignInFaultCode code, string protocolCode = "") =>
        Refusal.AssertAsync(Server.Node, Server.Acme, browser, answer, code, protocolCode);

    private SamlResponse Unasked(Connection connection)
    {
        var addresses = new ConnectionAddresses("https://sso.keyline.test", Server.Acme.Slug, connection.Slug);
        return Server.Idp.Answer(new SamlAsked("", "", addresses.SamlConsumer, addresses.SamlEntityId, false)) with
        {
            InResponseTo = null,
            ConfirmationInResponseTo = null,
        };
    }
}
