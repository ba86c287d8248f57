using System.Net;
using AngleSharp.Dom;
using Keyline.Identity.Roles;
using Keyline.Server.Tests.Portal;

namespace Keyline.Server.Tests.BreakGlass;

/// <summary>Break-glass in the console, as a browser without script sees it.</summary>
public sealed class BreakGlassPagesTests(PortalSite site) : IClassFixture<PortalSite>
{
    private const string Base = "/t/acme/console/break-glass";

    [Fact]
    public async Task An_account_is_created_set_up_drilled_and_removed()
    {
        var admin = await site.SignInAsync(site.Acme, BuiltInRoles.Admin);
        var (link, account) = await CreateAsync(admin, "envelope-1");
        Assert.Contains("Not set up yet", (await admin.OpenAsync(account)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        using var holder = new AccountHolder(site, "envelope-1");
        Assert.Equal(10, (await holder.OpenAsync(link)).Count);
        Assert.Contains("Never tried", (await admin.OpenAsync(account)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        var started = await admin.SendAsync(account + "/drill");
        Assert.Equal("Sign in", Step(started));
        Assert.Equal(site.Origin + "/t/acme/local", started.QuerySelector(".copy code")!.TextContent);
        await holder.SignInAsync();
        var drill = (await admin.OpenAsync(account)).QuerySelector("td a[href*='/drills/']")!.GetAttribute("href")!;
        var evidence = await admin.OpenAsync(drill);
        Assert.Equal("Evidence", Step(evidence));
        Assert.Contains("identity-provider: none was asked", evidence.QuerySelector("pre")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Signature is genuine", evidence.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        await DownloadsAsync(admin, drill + "/evidence.txt");
        var list = await admin.OpenAsync(Base);
        Assert.Contains("Change the password", list.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("No administrator could come in", await admin.IsRefusedAsync(account + "/remove", ("confirm", "envelope-1")), StringComparison.Ordinal);
        using var other = new AccountHolder(site, "envelope-0");
        await other.OpenAsync((await CreateAsync(admin, "envelope-0")).Link);
        await admin.SendAsync(account + "/remove", ("confirm", "envelope-1"));
        Assert.DoesNotContain("envelope-1", (await admin.OpenAsync(Base)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.OK, await holder.Browser.StatusOfAsync("/t/acme/account"));
    }

    [Fact]
    public async Task A_new_link_replaces_the_one_before()
    {
        var admin = await site.SignInAsync(site.Acme, BuiltInRoles.Admin);
        var (first, account) = await CreateAsync(admin, "envelope-2");

        using var answer = await admin.Browser.PostAsync(account + "/link", site.Origin);
        var second = LinkOn(await PortalSite.ReadAsync(answer));

        Assert.NotEqual(first, second);
        Assert.Equal(HttpStatusCode.NotFound, await site.Node.Browser().StatusOfAsync(first));
        Assert.Equal(HttpStatusCode.OK, await site.Node.Browser().StatusOfAsync(second));
    }

    [Fact]
    public async Task A_link_is_on_no_page_but_the_answer_to_its_making()
    {
        var admin = await site.SignInAsync(site.Acme, BuiltInRoles.Admin);
        var (link, account) = await CreateAsync(admin, "envelope-3");

        foreach (var path in (string[])[Base, account, account + "/link", account + "/drill"])
        {
            Assert.DoesNotContain(link[^20..], (await admin.OpenAsync(path)).DocumentElement.OuterHtml, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Networks_are_saved_and_shown()
    {
        var admin = await site.SignInAsync(site.Acme, BuiltInRoles.Admin);
        var (_, account) = await CreateAsync(admin, "envelope-4");

        var saved = await admin.SendAsync(account + "/networks", ("networks", "192.0.2.0/24\r\n2001:db8::/48\r\n"));

        Assert.Equal("192.0.2.0/24\n2001:db8::/48", saved.QuerySelector("textarea")!.TextContent);
        Assert.Contains("Saved", saved.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("192.0.2.0/33")]
    [InlineData("office")]
    public async Task A_network_that_is_none_is_refused_and_stays_in_the_form(string typed)
    {
        var admin = await site.SignInAsync(site.Acme, BuiltInRoles.Admin);
        var name = $"envelope-5-{typed.Length}";
        var (_, account) = await CreateAsync(admin, name);

        Assert.Contains(typed, await admin.IsRefusedAsync(account + "/networks", ("networks", typed)), StringComparison.Ordinal);
        Assert.Contains(typed, await admin.IsRefusedAsync(Base + "/new", ("user-name", "never"), ("networks", typed)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\u0007b")]
    public async Task A_user_name_that_cannot_be_is_refused(string userName)
    {
        var admin = await site.SignInAsync(site.Acme, BuiltInRoles.Admin);

        Assert.Contains("user name", await admin.IsRefusedAsync(Base + "/new", ("user-name", userName)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_user_name_that_somebody_has_is_refused()
    {
        var admin = await site.SignInAsync(site.Acme, BuiltInRoles.Admin);
        await CreateAsync(admin, "envelope-6");

        Assert.Contains("envelope-6", await admin.IsRefusedAsync(Base + "/new", ("user-name", "ENVELOPE-6")), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Nothing_is_removed_before_the_user_name_is_typed()
    {
        var admin = await site.SignInAsync(site.Acme, BuiltInRoles.Admin);
        var (_, account) = await CreateAsync(admin, "envelope-7");

        Assert.Contains("nothing was removed", await admin.IsRefusedAsync(account + "/remove", ("confirm", "yes")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await admin.StatusOfAsync(account));
    }

    [Fact]
    public async Task Starting_a_drill_twice_is_one_drill()
    {
        var admin = await site.SignInAsync(site.Acme, BuiltInRoles.Admin);
        var (_, account) = await CreateAsync(admin, "envelope-8");

        await admin.SendAsync(account + "/drill");
        await admin.SendAsync(account + "/drill");

        Assert.Single((await admin.OpenAsync(account)).QuerySelectorAll("td a[href*='/drills/']"), link => link.GetAttribute("href")!.Contains("/drills/", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Redirect, await admin.StatusOfAsync(account + "/drill"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/link")]
    [InlineData("/drill")]
    [InlineData("/remove")]
    [InlineData("/drills/0198c0de-0000-7000-8000-000000000001")]
    [InlineData("/drills/0198c0de-0000-7000-8000-000000000001/evidence.txt")]
    public async Task An_account_that_is_not_there_is_not_found(string path)
    {
        var admin = await site.SignInAsync(site.Acme, BuiltInRoles.Admin);

        Assert.Equal(HttpStatusCode.NotFound, await admin.StatusOfAsync($"{Base}/0198c0de-0000-7000-8000-000000000001{path}"));
    }

    [Fact]
    public async Task A_member_is_no_break_glass_account()
    {
        var admin = await site.SignInAsync(site.Acme, BuiltInRoles.Admin);

        Assert.Equal(HttpStatusCode.NotFound, await admin.StatusOfAsync($"{Base}/{admin.Person.Id}"));
        using var answer = await admin.Browser.PostAsync($"{Base}/{admin.Person.Id}/link", site.Origin);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Another_tenants_account_is_not_found()
    {
        var admin = await site.SignInAsync(site.Acme, BuiltInRoles.Admin);
        var (_, account) = await CreateAsync(admin, "envelope-9");
        var stranger = await site.SignInAsync(site.Other, BuiltInRoles.Admin);

        Assert.Equal(HttpStatusCode.NotFound, await stranger.StatusOfAsync(account.Replace("/acme/", "/other/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Who_may_not_manage_them_sees_none_of_it()
    {
        var auditor = await site.SignInAsync(site.Acme, BuiltInRoles.Auditor);

        Assert.Equal(HttpStatusCode.Forbidden, await auditor.StatusOfAsync(Base));
        Assert.Equal(HttpStatusCode.Forbidden, await auditor.StatusOfAsync(Base + "/new"));
    }

    private static async Task<(string Link, string Account)> CreateAsync(SignedInBrowser admin, string userName)
    {
        using var answer = await admin.Browser.PostAsync(Base + "/new", admin.Origin, ("user-name", userName), ("name", "In the safe"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await PortalSite.ReadAsync(answer);
        return (LinkOn(page), page.QuerySelector("main .crumbs a")!.GetAttribute("href")!);
    }

    private static string LinkOn(IDocument page) => page.QuerySelector(".copy code")!.TextContent;

    private static string Step(IDocument page) => page.QuerySelector(".steps [aria-current]")!.TextContent.Trim();

    private static async Task DownloadsAsync(SignedInBrowser admin, string path)
    {
        using var answer = await admin.Browser.GetAsync(path);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal("text/plain", answer.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("keyline break-glass drill v1\n", text, StringComparison.Ordinal);
        Assert.True(EvidenceCheck.Holds(text));
        Assert.False(EvidenceCheck.Holds(text.Replace("none was asked", "one was asked", StringComparison.Ordinal)));
    }
}
