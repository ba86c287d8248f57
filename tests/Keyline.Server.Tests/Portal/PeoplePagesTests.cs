using System.Net;
using Keyline.Identity.People;
using Keyline.Identity.Roles;

namespace Keyline.Server.Tests.Portal;

public sealed class PeoplePagesTests(PortalSite site) : IClassFixture<PortalSite>
{
    [Fact]
    public async Task People_are_searched_and_come_in_pages()
    {
        var admin = await site.SignInAsync(site.Acme, BuiltInRoles.Admin);
        for (var number = 0; number < 55; number++)
        {
            await site.AddPersonAsync(site.Acme);
        }

        var first = await admin.OpenAsync("/t/acme/console/people");
        var next = first.QuerySelector("a[rel=next]")!.GetAttribute("href")!;
        var second = await admin.OpenAsync(next);

        Assert.Equal(50, first.QuerySelectorAll("tbody tr").Length);
        Assert.InRange(second.QuerySelectorAll("tbody tr").Length, 6, 49);
        Assert.NotNull(second.QuerySelector("a[href='/t/acme/console/people']"));
        var found = await admin.OpenAsync($"/t/acme/console/people?q={admin.Person.UserName.ToUpperInvariant()}");
        Assert.Contains(admin.Person.DisplayName, Assert.Single(found.QuerySelectorAll("tbody tr")).TextContent, StringComparison.Ordinal);
        Assert.NotNull((await admin.OpenAsync("/t/acme/console/people?q=nobody-at-all")).QuerySelector(".empty"));
    }

    [Fact]
    public async Task A_person_is_shown_with_why_they_have_a_role()
    {
        var admin = await site.SignInAsync(site.Acme, BuiltInRoles.Admin);

        var page = await admin.OpenAsync($"/t/acme/console/people/{admin.Person.Id}");

        Assert.Contains("Was given it by test", page.QuerySelector(".reasons")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Firefox on Linux", page.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_is_deactivated_after_a_question_and_comes_back()
    {
        var admin = await site.SignInAsync(site.Acme, BuiltInRoles.Admin);
        var user = await site.SignInAsync(site.Acme);
        var path = $"/t/acme/console/people/{user.Person.Id}";

        Assert.Contains("Every session", (await admin.OpenAsync(path + "/deactivate")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var after = await admin.SendAsync(path + "/deactivate");

        Assert.Contains("is deactivated", after.QuerySelector(".notice.success")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, await user.StatusOfAsync("/t/acme/account/security"));
        Assert.Null((await admin.OpenAsync(path)).QuerySelector(".notice.success"));
        await admin.OpenAsync(path + "/reactivate");
        Assert.Contains("may sign in again", (await admin.SendAsync(path + "/reactivate")).QuerySelector(".notice.success")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_of_the_use_case_is_said_on_the_page()
    {
        var admin = await site.SignInAsync(site.Acme, BuiltInRoles.Admin);

        var said = await admin.IsRefusedAsync($"/t/acme/console/people/{admin.Person.Id}/deactivate");

        Assert.Contains("Nobody deactivates themselves", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_is_given_by_hand_with_a_reason_and_taken_back()
    {
        var admin = await site.SignInAsync(site.Acme, BuiltInRoles.Admin);
        var user = await site.AddPersonAsync(site.Acme);
        var path = $"/t/acme/console/people/{user.Id}";

        await admin.OpenAsync(path + "/grant");
        Assert.Contains("reason", await admin.IsRefusedAsync(path + "/grant", ("role", "auditor"), ("scope", ""), ("reason", ""), ("days", "7")), StringComparison.Ordinal);
        Assert.Contains("no role", await admin.IsRefusedAsync(path + "/grant", ("role", "king"), ("scope", ""), ("reason", "x"), ("days", "7")), StringComparison.Ordinal);
        Assert.Contains("site", await admin.IsRefusedAsync(path + "/grant", ("role", "user"), ("scope", $"{Guid.NewGuid()}"), ("reason", "x"), ("days", "7")), StringComparison.Ordinal);
        var page = await admin.SendAsync(path + "/grant", ("role", "auditor"), ("scope", ""), ("reason", "yearly audit"), ("days", "30"));
        Assert.Contains("yearly audit", page.QuerySelector(".reasons")!.TextContent, StringComparison.Ordinal);

        var back = page.QuerySelector("a[href*='/grants/']")!.GetAttribute("href")!;
        Assert.Contains("yearly audit", (await admin.OpenAsync(back)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("yearly audit", (await admin.SendAsync(back)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_is_allowed_to_sign_in_locally()
    {
        var admin = await site.SignInAsync(site.Acme, BuiltInRoles.Admin);
        var user = await site.AddPersonAsync(site.Acme);
        var path = $"/t/acme/console/people/{user.Id}";

        Assert.Contains("Not allowed", (await admin.OpenAsync(path)).QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Allowed for", (await admin.SendAsync(path + "/local-sign-in", ("allowed", "true"))).QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invitation_is_a_link_that_is_shown_once()
    {
        var admin = await site.SignInAsync(site.Acme, BuiltInRoles.Admin);
        var user = await site.AddPersonAsync(site.Acme);
        var path = $"/t/acme/console/people/{user.Id}/invite";

        await admin.OpenAsync(path);
        using var answer = await admin.Browser.PostAsync(path, site.Origin, ("connection", site.Connection.Id.ToString()));

        Assert.StartsWith($"{site.Origin}/t/acme/link/", (await PortalSite.ReadAsync(answer)).QuerySelector(".copy code")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("no such connection", await admin.IsRefusedAsync(path, ("connection", "x")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_sessions_of_a_person_are_ended()
    {
        var admin = await site.SignInAsync(site.Acme, BuiltInRoles.Admin);
        var user = await site.SignInAsync(site.Acme);
        var path = $"/t/acme/console/people/{user.Person.Id}/sign-out";

        await admin.OpenAsync(path);
        await admin.SendAsync(path);

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(user));
    }

    [Fact]
    public async Task Somebody_who_may_only_read_changes_nothing()
    {
        var auditor = await site.SignInAsync(site.Acme, BuiltInRoles.Auditor);
        var user = await site.AddPersonAsync(site.Acme);
        var path = $"/t/acme/console/people/{user.Id}";

        Assert.Null((await auditor.OpenAsync(path)).QuerySelector("main form"));
        foreach (var change in new[] { "deactivate", "reactivate", "grant", "sign-out", "invite" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, await auditor.StatusOfAsync($"{path}/{change}"));
            using var posted = await auditor.Browser.PostAsync($"{path}/{change}", site.Origin);
            Assert.Equal(HttpStatusCode.Forbidden, posted.StatusCode);
        }
    }

    [Theory]
    [InlineData("people/nobody")]
    [InlineData("people/00000000-0000-0000-0000-000000000000")]
    [InlineData("people/00000000-0000-0000-0000-000000000000/deactivate")]
    [InlineData("people/00000000-0000-0000-0000-000000000000/grant")]
    [InlineData("people/00000000-0000-0000-0000-000000000000/grants/00000000-0000-0000-0000-000000000000")]
    [InlineData("groups/00000000-0000-0000-0000-000000000000")]
    [InlineData("groups/%20")]
    [InlineData("sessions/00000000-0000-0000-0000-000000000000/end")]
    public async Task What_is_not_there_is_not_found(string path)
    {
        var admin = await site.SignInAsync(site.Acme, BuiltInRoles.Admin);

        Assert.Equal(HttpStatusCode.NotFound, await admin.StatusOfAsync($"/t/acme/console/{path}"));
    }

    [Fact]
    public async Task A_person_of_another_tenant_is_not_found()
    {
        var admin = await site.SignInAsync(site.Acme, BuiltInRoles.Admin);
        var stranger = await site.AddPersonAsync(site.Other);

        Assert.Equal(HttpStatusCode.NotFound, await admin.StatusOfAsync($"/t/acme/console/people/{stranger.Id}"));
        using var posted = await admin.Browser.PostAsync($"/t/acme/console/people/{stranger.Id}/deactivate", site.Origin);
        Assert.Equal(HttpStatusCode.NotFound, posted.StatusCode);
        Assert.Equal(PersonState.Active, (await site.Node.AskAsync((IPersonStore people) => people.FindAsync(site.Other.Id, stranger.Id, CancellationToken.None)))!.State);
    }

    [Fact]
    public async Task A_form_from_another_site_is_refused()
    {
        var admin = await site.SignInAsync(site.Acme, BuiltInRoles.Admin);
        var user = await site.AddPersonAsync(site.Acme);

        using var answer = await admin.Browser.PostAsync($"/t/acme/console/people/{user.Id}/deactivate", "https://evil.example");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("?q=%00%ff&after=x")]
    [InlineData("?q=%F0%9F%98%80%25_&after=00000000-0000-0000-0000-000000000000")]
    [InlineData("?q=a&q=b&after=1&after=2")]
    public async Task Odd_questions_are_answered(string query)
    {
        var admin = await site.SignInAsync(site.Acme, BuiltInRoles.Admin);

        foreach (var list in new[] { "people", "groups", "sessions" })
        {
            Assert.Equal(HttpStatusCode.OK, await admin.StatusOfAsync($"/t/acme/console/{list}{query}"));
        }
    }

    private static async Task<HttpStatusCode> StatusAsync(SignedInBrowser user)
    {
        // The page for programs says it without a redirect.
        using var answer = await user.Browser.GetAsync("/t/acme/api/me");
        return answer.StatusCode == HttpStatusCode.Redirect ? HttpStatusCode.Unauthorized : answer.StatusCode;
    }
}
