using Keyline.EndToEnd.Tests.Browsing;
using Keyline.Identity.Federation;
using Keyline.Identity.Federation.Oidc;
using Keyline.Secrets;
using Keyline.Testing.Peers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Keyline.EndToEnd.Tests.SignIn;

/// <summary>A person signs in through the npm oidc-provider, with a browser.</summary>
public class OidcSignInTests(Browser browser) : IClassFixture<Browser>
{
    private const string ClientId = "keyline";
    private const string ClientSecret = "a-secret-of-forty-characters-for-a-test-0";

    [Theory]
    [InlineData(OidcClientMethod.SecretBasic)]
    [InlineData(OidcClientMethod.SecretPost)]
    public async Task Groups_of_the_ID_token_become_roles(OidcClientMethod method)
    {
        await using var keyline = await Installation.StartAsync();
        await using var provider = await ConnectAsync(keyline, method);
        await using var visitor = await browser.VisitorAsync();
        var page = await visitor.NewPageAsync();

        await SignInAsync(page, keyline, "user001");

        var me = await page.WhoAmIAsync() ?? throw new InvalidOperationException(await page.ContentAsync());
        Assert.Equal("user001@acme.test", me.GetProperty("email").GetString());
        Assert.Equal(["admin", "agent", "user"], me.Roles().Order(StringComparer.Ordinal));
        Assert.Empty(await provider.ReadLogAsync());
    }

    [Fact]
    public async Task New_keys_of_the_provider_are_met_without_an_outage()
    {
        await using var keyline = await Installation.StartAsync();
        await using var provider = await ConnectAsync(keyline, OidcClientMethod.SecretBasic);
        await using (var first = await browser.VisitorAsync())
        {
            await SignInAsync(await first.NewPageAsync(), keyline, "user003");
        }

        await provider.RotateKeysAsync(keepOld: false);
        await using var second = await browser.VisitorAsync();
        var page = await second.NewPageAsync();
        await SignInAsync(page, keyline, "user004");

        var me = await page.WhoAmIAsync() ?? throw new InvalidOperationException(await page.ContentAsync());
        Assert.Equal("user004@acme.test", me.GetProperty("email").GetString());
    }

    [Fact]
    public async Task A_logout_that_the_provider_reports_ends_the_session()
    {
        await using var keyline = await Installation.StartAsync();
        await using var provider = await ConnectAsync(keyline, OidcClientMethod.SecretBasic);
        await using var visitor = await browser.VisitorAsync();
        var page = await visitor.NewPageAsync();
        await SignInAsync(page, keyline, "user005");
        Assert.NotNull(await page.WhoAmIAsync());

        await provider.EndSessionsAsync("user005");

        // The open page hears of it and goes to the sign-in by itself.
        await page.WaitForURLAsync(url => url.Contains("ended=1", StringComparison.Ordinal));
        Assert.Contains(await provider.ReadLogAsync(), line => line.StartsWith("backchannel.success", StringComparison.Ordinal));
        Assert.Null(await page.WhoAmIAsync());
    }

    [Fact]
    public async Task Signing_out_here_signs_out_at_the_provider_too()
    {
        await using var keyline = await Installation.StartAsync();
        await using var provider = await ConnectAsync(keyline, OidcClientMethod.SecretBasic);
        await using var visitor = await browser.VisitorAsync();
        var page = await visitor.NewPageAsync();
        await SignInAsync(page, keyline, "user006");

        await page.SignOutAsync();

        Assert.Null(await page.WhoAmIAsync());
        await page.GoToConnectionAsync(keyline, "corp");
        await page.WaitForSelectorAsync("input[name=password]");
    }

    [Fact]
    public async Task A_person_who_gives_up_at_the_provider_is_told_what_to_do()
    {
        await using var keyline = await Installation.StartAsync();
        await using var provider = await ConnectAsync(keyline, OidcClientMethod.SecretBasic);
        await using var visitor = await browser.VisitorAsync();
        var page = await visitor.NewPageAsync();

        await page.GoToConnectionAsync(keyline, "corp");
        await page.ClickAsync("#cancel");
        await page.WaitForURLAsync("**/callback**");

        Assert.Contains("Reference", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Null(await page.WhoAmIAsync());
    }

    private static async Task SignInAsync(IPage page, Installation keyline, string name)
    {
        await page.GoToConnectionAsync(keyline, "corp");
        await page.SignInAtOpenIdAsync(name);
        await page.WaitForKeylineAsync(keyline);
    }

    private static async Task<OpenIdPeer> ConnectAsync(Installation keyline, OidcClientMethod method)
    {
        var client = OpenIdPeer.Client(ClientId, ClientSecret, new Uri(keyline.Origin, "/t/acme/oidc/corp/callback"),
            backChannel: new Uri(keyline.Back, "/t/acme/oidc/corp/backchannel-logout"), afterLogout: new Uri(keyline.Origin, "/t/acme/signed-out"));
        client["token_endpoint_auth_method"] = method == OidcClientMethod.SecretBasic ? "client_secret_basic" : "client_secret_post";
        var provider = await OpenIdPeer.StartAsync(client);
        var connection = keyline.NewConnection("corp", new OidcConnectionSettings(),
            new AttributeMap { Email = "email", UserName = "preferred_username", DisplayName = "name", Groups = "groups" });
        var sealer = keyline.Services.GetRequiredService<SecretSealer>();
        await keyline.ConnectAsync(connection with
        {
            Settings = new OidcConnectionSettings
            {
                Issuer = provider.Issuer.ToString().TrimEnd('/'),
                ClientId = ClientId,
                ClientMethod = method,
                SealedClientSecret = sealer.Seal(new SecretText(ClientSecret), OidcConnectionSettings.SecretPurpose(connection.Id)),
            },
        });
        return provider;
    }
}
