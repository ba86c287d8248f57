using System.Net;
using AngleSharp.Dom;
using Keyline.Identity.Roles;
using Keyline.Server.Tests.Human;
using Keyline.Server.Tests.Human.Saml;
using Keyline.Server.Tests.Portal;

namespace Keyline.Server.Tests.Connections;

public sealed class SetupPagesTests(PortalSite site) : IClassFixture<PortalSite>
{
    private const string Links = "/t/acme/console/setup-links";

    [Fact]
    public async Task It_staff_set_up_their_connection_and_domain_with_a_link_and_nothing_else()
    {
        var home = await LinkAsync("Ann of IT");
        using var browser = site.Node.Browser();
        var begin = await OpenAsync(browser, home);
        Assert.NotNull(begin.QuerySelector($"form[action='{home}/begin']"));
        ConnectionPagesTests.AssertSound(begin);
        Assert.Equal(home, await SendAsync(browser, home + "/begin"));

        var start = await OpenAsync(browser, home);
        ConnectionPagesTests.AssertSound(start);
        Assert.NotNull(start.QuerySelector($"a[href='{home}/new']"));
        Assert.NotNull((await OpenAsync(browser, home + "/new")).QuerySelector($"a[href='{home}/new/okta-saml']"));
        Assert.Equal(home + "/steps/values", await SendAsync(browser, home + "/new/okta-saml", ("name", "Okta by link")));
        foreach (var step in new[] { "values", "idp", "attributes", "test", "enable" })
        {
            ConnectionPagesTests.AssertSound(await OpenAsync(browser, $"{home}/steps/{step}"));
        }

        Assert.Equal(home + "/steps/idp", await SendAsync(browser, home + "/steps/idp/file", ("metadata", ConnectionPagesTests.MetadataOf(new SamlIdp()))));
        Assert.NotNull((await OpenAsync(browser, home + "/steps/test")).QuerySelector($"form[action='{home}/connection/test']"));
        using var untested = await browser.PostAsync(home + "/steps/enable", site.Origin, ("untested", "true"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, untested.StatusCode);

        Assert.Equal(home, await SendAsync(browser, home + "/domain", ("domain", "acme-by-link.example")));
        Assert.Contains("keyline-verification=", (await OpenAsync(browser, home)).Body?.TextContent, StringComparison.Ordinal);
        using var bad = await browser.PostAsync(home + "/domain", site.Origin, ("domain", "gmail.com"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, bad.StatusCode);

        using var done = await browser.PostAsync(home + "/done", site.Origin);
        Assert.Equal(HttpStatusCode.OK, done.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, await browser.StatusOfAsync(home));
    }

    [Fact]
    public async Task A_link_opens_in_the_browser_that_began_and_no_administrators_page()
    {
        var home = await LinkAsync("Bob of IT");
        using var first = site.Node.Browser();
        using var second = site.Node.Browser();
        await SendAsync(first, home + "/begin");

        Assert.Equal(HttpStatusCode.Forbidden, await second.StatusOfAsync(home));
        Assert.Equal(HttpStatusCode.Forbidden, await second.StatusOfAsync(home + "/steps/idp"));
        Assert.Equal(HttpStatusCode.NotFound, await first.StatusOfAsync(home + "/steps/idp"));
        Assert.Equal(HttpStatusCode.Redirect, await first.StatusOfAsync("/t/acme/console/connections/okta"));
        Assert.Equal(HttpStatusCode.NotFound, await first.StatusOfAsync("/t/acme/setup/" + new string('x', 43)));
    }

    [Fact]
    public async Task A_link_is_listed_without_its_secret_and_can_be_taken_back()
    {
        var admin = await site.SignInAsync(site.Acme, BuiltInRoles.Admin);
        var home = await LinkAsync("Cid of IT");
        var list = await admin.OpenAsync(Links);
        ConnectionPagesTests.AssertSound(list);
        Assert.DoesNotContain(home[(home.LastIndexOf('/') + 1)..], list.DocumentElement.OuterHtml, StringComparison.Ordinal);
        var revoke = list.QuerySelector("a[aria-label='Take back: Cid of IT']")?.GetAttribute("href") ?? "";

        ConnectionPagesTests.AssertSound(await admin.OpenAsync(revoke));
        await admin.SendAsync(revoke);
        using var browser = site.Node.Browser();
        Assert.Equal(HttpStatusCode.Forbidden, await browser.StatusOfAsync(home));
        Assert.Equal(HttpStatusCode.NotFound, await admin.StatusOfAsync($"{Links}/{Guid.NewGuid()}/revoke"));
        Assert.Contains("one line", await admin.IsRefusedAsync(Links, ("label", ""), ("days", "7")), StringComparison.Ordinal);
    }

    private static async Task<IDocument> OpenAsync(TestBrowser browser, string path)
    {
        using var answer = await browser.GetAsync(path);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {answer.StatusCode}");
        return await PortalSite.ReadAsync(answer);
    }

    private async Task<string> SendAsync(TestBrowser browser, string path, params (string Name, string Value)[] fields)
    {
        using var answer = await browser.PostAsync(path, site.Origin, fields);
        Assert.True((int)answer.StatusCode is 302 or 303 or 307, $"{path}: {answer.StatusCode}");
        return answer.Headers.Location?.OriginalString ?? "";
    }

    private async Task<string> LinkAsync(string label)
    {
        var admin = await site.SignInAsync(site.Acme, BuiltInRoles.Admin);
        using var answer = await admin.Browser.PostAsync(Links, site.Origin, ("label", label), ("days", "7"));
        var address = (await PortalSite.ReadAsync(answer)).QuerySelector(".copy code")?.TextContent ?? "";
        Assert.StartsWith(site.Origin, address, StringComparison.Ordinal);
        return address[site.Origin.Length..];
    }
}
