using System.Net;
using Keyline.Identity.Roles;

namespace Keyline.Server.Tests.Portal;

public sealed class RolePagesTests(PortalSite site) : IClassFixture<PortalSite>
{
    private const string Roles = "/t/acme/console/roles";

    [Fact]
    public async Task A_role_of_the_tenants_own_is_made_changed_and_deleted()
    {
        var admin = await site.SignInAsync(site.Acme, BuiltInRoles.Admin);

        await admin.OpenAsync(Roles + "/new");
        Assert.Contains("lower-case", await admin.IsRefusedAsync(Roles + "/new", ("name", "Night Shift"), ("description", "x")), StringComparison.Ordinal);
        var made = await admin.SendAsync(
            Roles + "/new", ("name", "mappings"), ("description", "Nights"), ("permission", "calls.handle"), ("permission", "doors.open"), ("per-site", "true"));
        Assert.Contains("doors.open", made.QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);

        var path = Roles + "/named/mappings";
        Assert.Equal(2, (await admin.OpenAsync(path + "/change")).QuerySelectorAll("input[name=permission][checked]").Length);
        var changed = await admin.SendAsync(path + "/change", ("description", "Nights"), ("permission", "calls.handle"));
        Assert.DoesNotContain("doors.open", changed.QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("no permission", await admin.IsRefusedAsync(path + "/change", ("description", "x"), ("permission", "make.coffee")), StringComparison.Ordinal);

        await admin.OpenAsync(path + "/delete");
        Assert.Null((await admin.SendAsync(path + "/delete")).QuerySelector("a[href$='/named/mappings']"));
        Assert.Equal(HttpStatusCode.NotFound, await admin.StatusOfAsync(path));
    }

    [Fact]
    public async Task A_built_in_role_is_shown_and_not_changed()
    {
        var admin = await site.SignInAsync(site.Acme, BuiltInRoles.Admin);

        Assert.Null((await admin.OpenAsync(Roles + "/named/admin")).QuerySelector("a[href$='/change']"));
        Assert.Equal(HttpStatusCode.NotFound, await admin.StatusOfAsync(Roles + "/named/admin/change"));
        Assert.Equal(HttpStatusCode.NotFound, await admin.StatusOfAsync(Roles + "/named/no-such-role"));
    }

    [Fact]
    public async Task Mappings_are_listed_searched_and_removed_after_a_question()
    {
        var admin = await site.SignInAsync(site.Acme, BuiltInRoles.Admin);
        await admin.SendAsync($"/t/acme/console/groups/{site.Staff.Id}/mappings", ("role", "receptionist"), ("scope", ""));

        Assert.NotNull((await admin.OpenAsync(Roles + "/mappings?q=nothing-like-it")).QuerySelector(".empty"));
        var row = Assert.Single((await admin.OpenAsync(Roles + "/mappings?q=RECEPTION")).QuerySelectorAll("tbody tr"));
        var remove = row.QuerySelector("td.act a")!.GetAttribute("href")!;
        Assert.Contains("Staff", (await admin.OpenAsync(remove)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await admin.SendAsync(remove);

        Assert.NotNull((await admin.OpenAsync(Roles + "/mappings?q=reception")).QuerySelector(".empty"));
        Assert.Equal(HttpStatusCode.NotFound, await admin.StatusOfAsync(remove));
    }

    [Fact]
    public async Task What_is_given_by_hand_is_listed_as_drift()
    {
        var admin = await site.SignInAsync(site.Acme, BuiltInRoles.Admin);

        var page = await admin.OpenAsync($"{Roles}/by-hand?q={admin.Person.UserName}");

        Assert.Contains("for the tests", Assert.Single(page.QuerySelectorAll("tbody tr")).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_auditor_sees_roles_and_makes_none()
    {
        var auditor = await site.SignInAsync(site.Acme, BuiltInRoles.Auditor);

        Assert.Null((await auditor.OpenAsync(Roles)).QuerySelector("a[href$='/roles/new']"));
        Assert.Equal(HttpStatusCode.Forbidden, await auditor.StatusOfAsync(Roles + "/new"));
    }
}
