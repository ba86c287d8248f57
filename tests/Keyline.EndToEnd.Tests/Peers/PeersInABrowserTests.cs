using System.Net;
using System.Text;
using System.Text.Json;
using Keyline.EndToEnd.Tests.Browsing;
using Keyline.Testing.Peers;
using Microsoft.Playwright;

namespace Keyline.EndToEnd.Tests.Peers;

/// <summary>The parts that the other tests are made of: a person with a browser at each real identity provider.</summary>
public class PeersInABrowserTests(Browser browser) : IClassFixture<Browser>
{
    private const string Metadata = """
        <EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="http://sp.keyline.test/sp">
          <SPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
            <AssertionConsumerService index="0" Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST"
              Location="http://sp.keyline.test/acs"/>
          </SPSSODescriptor>
        </EntityDescriptor>
        """;

    [Fact]
    public async Task SimpleSAMLphp_signs_a_person_in_and_posts_a_signed_response()
    {
        await using var idp = await SamlIdpPeer.StartAsync();
        idp.Know("sp", Metadata);
        await using var visitor = await browser.VisitorAsync();
        var page = await visitor.NewPageAsync();
        var posted = new TaskCompletionSource<string>();
        await page.RouteAsync("http://sp.keyline.test/acs", async route =>
        {
            posted.TrySetResult(route.Request.PostData ?? "");
            await route.FulfillAsync(new RouteFulfillOptions { Body = "here" });
        });

        await page.GotoAsync(idp.StartAddress("http://sp.keyline.test/sp").ToString());
        await page.FillAsync("input[name=username]", "user001");
        await page.FillAsync("input[name=password]", "pw-user001");
        await page.PressAsync("input[name=password]", "Enter");

        var form = await posted.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        var field = Uri.UnescapeDataString(form.Split('&').Single(part => part.StartsWith("SAMLResponse=", StringComparison.Ordinal))[13..]);
        var response = Encoding.UTF8.GetString(Convert.FromBase64String(field));
        Assert.Contains("user001@acme.test", response, StringComparison.Ordinal);
        Assert.Equal(3, response.Split("<ds:Signature ").Length);
    }

    [Fact]
    public async Task The_OpenID_provider_signs_a_person_in_and_sends_a_code()
    {
        var callback = new Uri("http://rp.keyline.test/callback");
        await using var provider = await OpenIdPeer.StartAsync(OpenIdPeer.Client("keyline", new string('s', 40), callback));
        await using var visitor = await browser.VisitorAsync();
        var page = await visitor.NewPageAsync();

        var address = await SignInAsync(page, provider, callback);

        Assert.Contains("state=abc", address, StringComparison.Ordinal);
        Assert.Contains("code=", address, StringComparison.Ordinal);
        Assert.Empty(await provider.ReadLogAsync());
    }

    [Fact]
    public async Task The_OpenID_provider_tells_its_clients_that_a_person_signed_out()
    {
        using var client = new HttpListener();
        var here = $"http://127.0.0.1:{Loopback.FreePort()}/";
        client.Prefixes.Add(here);
        client.Start();
        var callback = new Uri("http://rp.keyline.test/callback");
        await using var provider = await OpenIdPeer.StartAsync(
            OpenIdPeer.Client("keyline", new string('s', 40), callback, backChannel: new Uri(here + "logout")));
        await using var visitor = await browser.VisitorAsync();
        var page = await visitor.NewPageAsync();
        await SignInAsync(page, provider, callback);

        var told = client.GetContextAsync();
        var ending = provider.EndSessionsAsync("user001");
        var request = await told.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(request.Request.InputStream);
        var body = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        request.Response.Close();
        await ending;

        Assert.StartsWith("logout_token=", body, StringComparison.Ordinal);
        Assert.Contains(await provider.ReadLogAsync(), line => line.StartsWith("backchannel.success", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true, 6)]
    [InlineData(false, 3)]
    public async Task The_OpenID_provider_changes_its_keys_on_demand(bool keepOld, int published)
    {
        await using var provider = await OpenIdPeer.StartAsync();
        using var http = new HttpClient();
        var keys = new Uri(provider.Issuer, "/jwks");
        var before = await http.GetStringAsync(keys, TestContext.Current.CancellationToken);

        await provider.RotateKeysAsync(keepOld);

        using var after = JsonDocument.Parse(await http.GetStringAsync(keys, TestContext.Current.CancellationToken));
        Assert.NotEqual(before, after.RootElement.GetRawText());
        Assert.Equal(published, after.RootElement.GetProperty("keys").GetArrayLength());
    }

    [Fact]
    public async Task The_browser_makes_a_passkey()
    {
        await using var visitor = await browser.VisitorAsync(width: 375);
        var page = await visitor.NewPageAsync();
        await page.RouteAsync("http://localhost:9/", route => route.FulfillAsync(new RouteFulfillOptions { Body = "page", ContentType = "text/html" }));
        await page.GotoAsync("http://localhost:9/");
        var authenticator = await VirtualAuthenticator.AddAsync(page);

        await page.EvaluateAsync("""
            () => navigator.credentials.create({ publicKey: {
              challenge: new Uint8Array(16), rp: { name: 'x', id: 'localhost' },
              user: { id: new Uint8Array(8), name: 'u', displayName: 'u' },
              pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
              authenticatorSelection: { residentKey: 'required', userVerification: 'required' } } })
            """);

        Assert.Equal(1, await authenticator.CountAsync());
    }

    /// <summary>Signs user001 in, and gives the address that the browser is sent back to.</summary>
    private static async Task<string> SignInAsync(IPage page, OpenIdPeer provider, Uri callback)
    {
        var address = new Uri(
            provider.Issuer,
            "/auth?client_id=keyline&response_type=code&scope=openid&state=abc&redirect_uri=" + Uri.EscapeDataString(callback.ToString())
            + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256");
        await page.GotoAsync(address.ToString());
        await page.FillAsync("input[name=login]", "user001");
        await page.FillAsync("input[name=password]", "pw-user001");
        await page.FillAsync("textarea[name=claims]", """{"groups": ["from-the-form"]}""");
        var request = await page.RunAndWaitForRequestAsync(
            () => page.ClickAsync("#sign-in"), request => request.Url.StartsWith(callback.ToString(), StringComparison.Ordinal));
        return request.Url;
    }
}
