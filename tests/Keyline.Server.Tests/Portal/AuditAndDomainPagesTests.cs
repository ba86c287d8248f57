using System.Net;
using Keyline.Identity.Roles;

namespace Keyline.Server.Tests.Portal;

public sealed class AuditAndDomainPagesTests(PortalSite site) : IClassFixture<PortalSite>
{
    private const string Domains = "/t/acme/console/domains";

    [Fact]
    public async Task A_domain_is_claimed_shows_its_record_and_is_given_up()
    {
        var admin = await site.SignInAsync(site.Acme, BuiltInRoles.Admin);

        Assert.Contains("gmail.com", await admin.IsRefusedAsync(Domains, ("name", "gmail.com")), StringComparison.Ordinal);
        var page = await admin.SendAsync(Domains, ("name", "Acme.Example"));
        Assert.Equal("acme.example", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("_keyline-challenge.acme.example", page.QuerySelectorAll(".copy code")[0].TextContent);
        Assert.StartsWith("keyline-verification=", page.QuerySelectorAll(".copy code")[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("acme.example", (await admin.OpenAsync(Domains + "?q=acme")).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);

        var path = Path.GetDirectoryName(page.QuerySelector("form[action$='/verify']")!.GetAttribute("action"))!;
        var assigned = await admin.SendAsync(path + "/connection", ("connection", site.Connection.Id.ToString()));
        Assert.Equal(site.Connection.Id.ToString(), assigned.QuerySelector("option[selected]")!.GetAttribute("value"));
        Assert.Contains("no such connection", await admin.IsRefusedAsync(path + "/connection", ("connection", "x")), StringComparison.Ordinal);

        Assert.Contains("Another tenant", (await admin.OpenAsync(path + "/remove")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await admin.SendAsync(path + "/remove");
        Assert.Equal(HttpStatusCode.NotFound, await admin.StatusOfAsync(path));
    }

    [Fact]
    public async Task Audit_entries_are_filtered_and_each_can_be_opened()
    {
        var admin = await site.SignInAsync(site.Acme, BuiltInRoles.Admin);
        await admin.IsRefusedAsync($"/t/acme/console/people/{admin.Person.Id}/deactivate");

        var page = await admin.OpenAsync($"/t/acme/console/audit?q=person.deactivate&outcome=denied&party={admin.Person.Id}");
        var row = Assert.Single(page.QuerySelectorAll("tbody tr"));
        Assert.Contains("/api/audit/export?format=json&q=person.deactivate&outcome=denied", page.QuerySelector("a[download]")!.GetAttribute("href"), StringComparison.Ordinal);
        var entry = await admin.OpenAsync(row.QuerySelector("a")!.GetAttribute("href")!);
        Assert.Contains("Self", entry.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        Assert.NotNull((await admin.OpenAsync("/t/acme/console/audit?until=2001-01-01")).QuerySelector(".empty"));
        Assert.Equal(HttpStatusCode.NotFound, await admin.StatusOfAsync($"/t/acme/console/audit/{Guid.NewGuid()}"));
    }

    [Theory]
    [InlineData("from=9999-12-31&until=9999-12-31")]
    [InlineData("from=0001-01-01&until=x&outcome=maybe&party=%00")]
    [InlineData("outcome=1&outcome=2&after=zzz")]
    public async Task Odd_filters_are_left_out(string query)
    {
        var admin = await site.SignInAsync(site.Acme, BuiltInRoles.Admin);

        Assert.Equal(HttpStatusCode.OK, await admin.StatusOfAsync("/t/acme/console/audit?" + query));
    }

    [Fact]
    public async Task The_file_that_the_page_offers_is_there()
    {
        var auditor = await site.SignInAsync(site.Acme, BuiltInRoles.Auditor);
        var href = (await auditor.OpenAsync("/t/acme/console/audit?from=2020-01-01")).QuerySelector("a[download]")!.GetAttribute("href")!;

        Assert.Equal(HttpStatusCode.OK, await auditor.StatusOfAsync(href));
    }
}
