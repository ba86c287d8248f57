using System.Net;
using Keyline.Journal;
using Keyline.Portal.Design;
using Keyline.Testing.OpenId;

namespace Keyline.Server.Tests.Human.OpenId;

public sealed class OidcSignInTests : IAsyncLifetime
{
    private OidcServer? _server;

    private OidcServer Server => _server ?? throw new InvalidOperationException("Not started.");

    public async ValueTask InitializeAsync() => _server = await OidcServer.StartAsync();

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    [Fact]
    public async Task A_person_signs_in_with_userinfo_and_groups()
    {
        using var browser = Server.Node.Browser();

        await Server.SignInAsync(browser);

        var me = await browser.GetJsonAsync("/t/acme/api/me");
        Assert.Equal(("anna@acme.example", "+41 44 555 01 01"), (me.GetProperty("email").GetString(), me.GetProperty("phone").GetString()));
        Assert.Equal("aal2", me.GetProperty("session").GetProperty("assurance").GetString());
        var entries = await Server.Node.AskAsync<IAuditLog, IReadOnlyList<AuditEntry>>(
            log => log.SearchAsync(new AuditQuery { TenantId = Server.Acme.Id }, TestContext.Current.CancellationToken));
        var entry = entries.First(entry => entry.Action == "sign-in");
        Assert.Equal(("session-1", "token-1"), (entry.Facts["oidc-sid"], entry.Facts["oidc-jti"]));
    }

    [Fact]
    public async Task The_callback_is_ours_by_configuration_whatever_the_host_says()
    {
        using var browser = Server.Node.Browser();
        browser.Host = "evil.example";

        var asked = await OidcServer.BeginAsync(browser);

        Assert.Equal("https://sso.keyline.test/t/acme/oidc/corp/callback", asked.RedirectUri);
        Assert.Equal(43, asked.Challenge.Length);
    }

    [Fact]
    public async Task Signing_out_goes_on_to_the_provider_with_the_token()
    {
        using var browser = Server.Node.Browser();
        await Server.SignInAsync(browser);

        using var answer = await browser.GetAsync("/t/acme/logout");

        Assert.StartsWith("https://idp.example/acme/logout?id_token_hint=", answer.Headers.Location?.OriginalString, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, await Refusal.StatusOfMeAsync(browser, Server.Acme));
    }

    [Fact]
    public async Task The_providers_logout_token_ends_the_session_once()
    {
        using var browser = Server.Node.Browser();
        using var provider = Server.Node.Browser();
        await Server.SignInAsync(browser);
        var token = Server.Idp.LogoutToken("logout-7");

        Assert.Equal(HttpStatusCode.BadRequest, await LogoutAsync(provider, token.ForgedBy(TestKeys.Stranger)));
        Assert.Equal(HttpStatusCode.OK, await Refusal.StatusOfMeAsync(browser, Server.Acme));
        Assert.Equal(HttpStatusCode.OK, await LogoutAsync(provider, token));
        Assert.Equal(HttpStatusCode.Unauthorized, await Refusal.StatusOfMeAsync(browser, Server.Acme));
        Assert.Equal(HttpStatusCode.BadRequest, await LogoutAsync(provider, token));
    }

    [Fact]
    public async Task A_posted_answer_without_the_cookie_is_posted_once_more_from_here()
    {
        using var browser = Server.Node.Browser();
        using var acrossSites = Server.Node.Browser();
        var asked = await OidcServer.BeginAsync(browser);

        using var page = await acrossSites.PostAsync("/t/acme/oidc/corp/callback", "https://idp.example",
            ("state", asked.State), ("code", TestProvider.Code), ("iss", Server.Idp.Issuer));
        Assert.Contains("name=\"again\"", await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        Server.Idp.NextToken = Server.Idp.IdToken(asked).Sign();
        using var answer = await browser.PostAsync("/t/acme/oidc/corp/callback", "https://sso.keyline.test",
            ("state", asked.State), ("code", TestProvider.Code), ("iss", Server.Idp.Issuer), ("again", "1"));
        Assert.Equal("/t/acme/", answer.Headers.Location?.OriginalString);
    }

    private static async Task<HttpStatusCode> LogoutAsync(TestBrowser provider, TokenDraft token)
    {
        using var answer = await provider.PostAsync("/t/acme/oidc/corp/backchannel-logout", null, ("logout_token", token.Sign().Reveal()));
        return answer.StatusCode;
    }
}
