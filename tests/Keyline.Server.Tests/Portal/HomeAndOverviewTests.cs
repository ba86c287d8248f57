using System.Net;
using Keyline.Identity.Roles;

namespace Keyline.Server.Tests.Portal;

public sealed class HomeAndOverviewTests(PortalSite site) : IClassFixture<PortalSite>
{
    [Fact]
    public async Task A_signed_in_person_lands_at_the_portals_first_page()
    {
        var user = await site.SignInAsync(site.Acme);

        var page = await user.OpenAsync("/t/acme/");

        Assert.Contains(user.Person.DisplayName, page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("user", page.QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector(".empty"));
        Assert.Null(page.QuerySelector("a[href='/t/acme/console']"));
    }

    [Fact]
    public async Task An_administrator_finds_the_console_from_there()
    {
        var admin = await site.SignInAsync(site.Acme, BuiltInRoles.Admin);

        Assert.NotNull((await admin.OpenAsync("/t/acme/")).QuerySelector("main a[href='/t/acme/console']"));
    }

    [Fact]
    public async Task The_overview_says_what_needs_attention_and_draws_the_sign_ins()
    {
        var admin = await site.SignInAsync(site.Acme, BuiltInRoles.Admin);

        var page = await admin.OpenAsync("/t/acme/console");

        var attention = page.QuerySelector(".attention")!.TextContent;
        Assert.Contains("break-glass", attention, StringComparison.Ordinal);
        Assert.Contains("is not tested", attention, StringComparison.Ordinal);
        Assert.Contains("given by hand", attention, StringComparison.Ordinal);
        Assert.Equal(14, page.QuerySelectorAll("svg.chart rect.bar").Length);
        Assert.Equal(10, page.QuerySelectorAll("nav.nav a").Length);
    }

    [Fact]
    public async Task The_overview_shows_each_only_what_they_may_see()
    {
        var auditor = await site.SignInAsync(site.Acme, BuiltInRoles.Auditor);

        var page = await auditor.OpenAsync("/t/acme/console");

        Assert.DoesNotContain("break-glass", page.QuerySelector("main")!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Null(page.QuerySelector("nav.nav a[href$='/break-glass']"));
    }

    [Fact]
    public async Task Somebody_without_such_a_role_is_sent_home()
    {
        var user = await site.SignInAsync(site.Acme);

        using var answer = await user.Browser.GetAsync("/t/acme/console");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/t/acme/", answer.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("/t/acme/console")]
    [InlineData("/t/acme/live")]
    public async Task Nothing_is_shown_without_a_session(string path)
    {
        using var answer = await site.Node.Browser().GetAsync(path);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith("/t/acme/login?return=", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_of_one_tenant_opens_nothing_at_another()
    {
        var admin = await site.SignInAsync(site.Acme, BuiltInRoles.Admin);

        Assert.Equal(HttpStatusCode.Redirect, await admin.StatusOfAsync("/t/other/console"));
    }
}
