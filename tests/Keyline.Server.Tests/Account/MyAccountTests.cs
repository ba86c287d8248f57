using System.Net;
using Keyline.Identity.Roles;
using Keyline.Server.Tests.Portal;

namespace Keyline.Server.Tests.Account;

/// <summary>"My account": profile and sessions, as a browser without script sees them.</summary>
public sealed class MyAccountTests(PortalSite site) : IClassFixture<PortalSite>
{
    [Fact]
    public async Task The_profile_says_who_one_is_and_why_one_may_what()
    {
        var auditor = await site.SignInAsync(site.Acme, BuiltInRoles.Auditor);

        var page = await auditor.OpenAsync("/t/acme/account");

        var text = page.QuerySelector("main")!.TextContent;
        Assert.Contains(auditor.Person.UserName, text, StringComparison.Ordinal);
        Assert.Contains(auditor.Person.Email!, text, StringComparison.Ordinal);
        Assert.Contains("auditor", text, StringComparison.Ordinal);
        Assert.Contains("Given to you by test", text, StringComparison.Ordinal);
        Assert.Contains("Everybody who belongs to the company", text, StringComparison.Ordinal);
        Assert.Equal("Profile", page.QuerySelector("nav [aria-current=page]")!.TextContent);
    }

    [Fact]
    public async Task The_sessions_are_mine_with_this_one_marked()
    {
        var here = await site.SignInAsync(site.Acme);
        var there = await site.SignInAsync(site.Acme, here.Person);
        await site.SignInAsync(site.Acme);

        var page = await here.OpenAsync("/t/acme/account/sessions");

        var rows = page.QuerySelectorAll("tbody tr");
        Assert.Equal(2, rows.Length);
        var mine = Assert.Single(rows, row => row.TextContent.Contains("This one", StringComparison.Ordinal));
        Assert.DoesNotContain(there.Session.Id.ToString(), mine.InnerHtml, StringComparison.Ordinal);
        Assert.Contains("192.0.2.7", page.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_session_of_mine_ends_when_I_say_so()
    {
        var here = await site.SignInAsync(site.Acme);
        var there = await site.SignInAsync(site.Acme, here.Person);
        var path = $"/t/acme/account/sessions/{there.Session.Id}/end";
        Assert.Contains("Firefox on Linux", (await here.OpenAsync(path)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        var after = await here.SendAsync(path);

        Assert.Contains("has ended", after.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Single(after.QuerySelectorAll("tbody tr"));
        Assert.Equal(HttpStatusCode.Redirect, await there.StatusOfAsync("/t/acme/account"));
        Assert.Equal(HttpStatusCode.NotFound, await here.StatusOfAsync(path));
    }

    [Fact]
    public async Task Everywhere_else_is_everywhere_but_here()
    {
        var here = await site.SignInAsync(site.Acme);
        var there = await site.SignInAsync(site.Acme, here.Person);
        var elsewhere = await site.SignInAsync(site.Acme, here.Person);
        Assert.Contains("stay signed in here", (await here.OpenAsync("/t/acme/account/sessions/end-others")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        var after = await here.SendAsync("/t/acme/account/sessions/end-others");

        Assert.Contains("nowhere else", after.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, await there.StatusOfAsync("/t/acme/account"));
        Assert.Equal(HttpStatusCode.Redirect, await elsewhere.StatusOfAsync("/t/acme/account"));
    }

    [Fact]
    public async Task Somebody_elses_session_looks_like_none()
    {
        var me = await site.SignInAsync(site.Acme);
        var other = await site.SignInAsync(site.Acme);
        var path = $"/t/acme/account/sessions/{other.Session.Id}/end";

        Assert.Equal(HttpStatusCode.NotFound, await me.StatusOfAsync(path));
        using var answer = await me.Browser.PostAsync(path, site.Origin);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await other.StatusOfAsync("/t/acme/account"));
    }

    [Theory]
    [InlineData("/t/acme/account/sessions/end-others")]
    [InlineData("/t/acme/console/break-glass/new")]
    public async Task A_form_of_another_site_is_refused(string path)
    {
        var admin = await site.SignInAsync(site.Acme, BuiltInRoles.Admin);

        using var answer = await admin.Browser.PostAsync(path, "https://evil.example", ("user-name", "evil"));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }
}
