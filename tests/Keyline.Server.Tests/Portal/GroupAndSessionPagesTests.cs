using System.Net;
using Keyline.Identity.Groups;
using Keyline.Identity.Roles;
using Microsoft.Extensions.DependencyInjection;

namespace Keyline.Server.Tests.Portal;

public sealed class GroupAndSessionPagesTests(PortalSite site) : IClassFixture<PortalSite>
{
    [Fact]
    public async Task A_group_is_mapped_to_a_role_and_its_members_have_it()
    {
        var admin = await site.SignInAsync(site.Acme, BuiltInRoles.Admin);
        var user = await site.SignInAsync(site.Acme);
        await site.Node.CommitAsync(services => services.GetRequiredService<IGroupStore>().AddMember(
            site.Acme.Id, site.Staff.Id, user.Person.Id, TimeProvider.System.GetUtcNow()));
        var path = $"/t/acme/console/groups/{site.Staff.Id}";

        Assert.Contains(user.Person.DisplayName, (await admin.OpenAsync(path)).QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        var page = await admin.SendAsync(path + "/mappings", ("role", "supervisor"), ("scope", ""));

        Assert.Contains("supervisor", page.QuerySelector(".attention")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("already", await admin.IsRefusedAsync(path + "/mappings", ("role", "supervisor"), ("scope", "")), StringComparison.Ordinal);
        Assert.Contains("no such site", await admin.IsRefusedAsync(path + "/mappings", ("role", "user"), ("scope", "Berlin")), StringComparison.Ordinal);
        Assert.Contains("supervisor", (await user.OpenAsync("/t/acme/")).QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
        var why = (await admin.OpenAsync($"/t/acme/console/people/{user.Person.Id}")).QuerySelector(".reasons")!.TextContent;
        Assert.Contains("Is in the group 'Staff'", why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_is_added_in_advance_and_found()
    {
        var admin = await site.SignInAsync(site.Acme, BuiltInRoles.Admin);
        var connection = ("connection", site.Connection.Id.ToString());

        await admin.OpenAsync("/t/acme/console/groups/add");
        Assert.Contains("key", await admin.IsRefusedAsync("/t/acme/console/groups/add", connection, ("key", ""), ("name", "Sales")), StringComparison.Ordinal);
        Assert.Contains("no such connection", await admin.IsRefusedAsync("/t/acme/console/groups/add", ("key", "k"), ("name", "n")), StringComparison.Ordinal);
        var page = await admin.SendAsync("/t/acme/console/groups/add", connection, ("key", "CN=Sales"), ("name", "Sales <b>"));

        Assert.Equal("Sales <b>", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("CN=Sales", (await admin.OpenAsync("/t/acme/console/groups?q=sales")).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await admin.OpenAsync("/t/acme/console/groups?q=nothing-like-it")).QuerySelector(".empty"));
    }

    [Fact]
    public async Task A_session_is_found_by_its_person_and_ended()
    {
        var admin = await site.SignInAsync(site.Acme, BuiltInRoles.Admin);
        var user = await site.SignInAsync(site.Acme);

        Assert.True((await admin.OpenAsync("/t/acme/console/sessions")).QuerySelectorAll("tbody tr").Length >= 2);
        var row = Assert.Single((await admin.OpenAsync($"/t/acme/console/sessions?q={user.Person.UserName}")).QuerySelectorAll("tbody tr"));
        var end = row.QuerySelector("td.act a")!.GetAttribute("href")!;
        Assert.Contains(user.Person.DisplayName, (await admin.OpenAsync(end)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var after = await admin.SendAsync(end);

        Assert.Contains("has ended", after.QuerySelector(".notice.success")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, await user.StatusOfAsync("/t/acme/account/security"));
        Assert.Equal(HttpStatusCode.NotFound, await admin.StatusOfAsync(end));
    }
}
