using System.Net;
using Keyline.Identity.Federation.Saml;
using Keyline.Portal.Design;

namespace Keyline.Server.Tests.Human.Saml;

public class SamlSignInTests
{
    [Fact]
    public async Task A_person_signs_in_at_the_idp_and_is_known_here()
    {
        await using var server = await SamlServer.StartAsync();
        using var browser = server.Node.Browser();

        var asked = await SamlServer.BeginAsync(browser, "/t/acme/login?connection=corp&return=%2Ft%2Facme%2Faccount");
        using var answer = await SamlServer.AnswerAsync(browser, server.Idp.Answer(asked), asked.RelayState);

        Assert.Equal((HttpStatusCode.Redirect, "/t/acme/account"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        var me = await browser.GetJsonAsync("/t/acme/api/me");
        Assert.Equal("user1@acme.example", me.GetProperty("email").GetString());
        Assert.Equal("user", me.GetProperty("roles")[0].GetProperty("role").GetString());
    }

    [Fact]
    public async Task A_form_that_crosses_sites_without_the_cookie_is_posted_once_more_from_here()
    {
        await using var server = await SamlServer.StartAsync();
        using var browser = server.Node.Browser();
        using var acrossSites = server.Node.Browser();
        var asked = await SamlServer.BeginAsync(browser);

        using var page = await acrossSites.PostAsync("/t/acme/saml/corp/acs", "https://idp.example",
            ("SAMLResponse", server.Idp.Answer(asked).ToBase64()), ("RelayState", asked.RelayState));

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        var html = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("name=\"again\"", html, StringComparison.Ordinal);
        Assert.Contains("action=\"/t/acme/saml/corp/acs\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Our_metadata_names_our_addresses_by_configuration_and_our_keys()
    {
        await using var server = await SamlServer.StartAsync();
        using var browser = server.Node.Browser();
        browser.Host = "evil.example";

        using var answer = await browser.GetAsync("/t/acme/saml/corp/metadata");

        var xml = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("https://sso.keyline.test/t/acme/saml/corp/acs", xml, StringComparison.Ordinal);
        Assert.DoesNotContain("evil.example", xml, StringComparison.Ordinal);
        Assert.Contains(((SamlConnectionSettings)server.Corp.Settings).Keys[0].Certificate, xml, StringComparison.Ordinal);
    }
}
