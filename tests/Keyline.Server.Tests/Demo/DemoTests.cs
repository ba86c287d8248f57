using System.Net;
using System.Text.Json;
using Keyline.Server.Cli.Demo;

namespace Keyline.Server.Tests.Demo;

/// <summary>The sample company over real HTTP, as somebody sees it who starts the demo for the first time.</summary>
public sealed class DemoTests(RunningDemo demo) : IClassFixture<RunningDemo>
{
    [Fact]
    public async Task An_agent_signs_in_through_the_corporate_IdP_and_out_of_both()
    {
        using var browser = new DemoBrowser(demo.Origin);
        await SignInAsync(browser, DemoCompany.Agent);

        var (status, me) = await browser.AskAsync("/t/acme/api/me");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("lena.hoffmann@acme.example", me.GetProperty("email").GetString());
        Assert.Equal(DemoCompany.ExtensionOf(IndexOf(DemoCompany.Agent)), me.GetProperty("extension").GetString());
        Assert.Equal(["agent", "supervisor", "user"], Roles(me));
        Assert.Equal(HttpStatusCode.OK, (await browser.AskAsync("/t/acme-idp/api/me")).Status);

        var page = await browser.OpenAsync("/t/acme/logout");
        Assert.Contains("signed out", page.Title ?? "", StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.AskAsync("/t/acme/api/me")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.AskAsync("/t/acme-idp/api/me")).Status);
    }

    [Fact]
    public async Task An_administrator_may_do_what_an_agent_may_not()
    {
        using var browser = new DemoBrowser(demo.Origin);
        await SignInAsync(browser, DemoCompany.Admin);

        var (_, me) = await browser.AskAsync("/t/acme/api/me");

        Assert.Equal(["admin", "user"], Roles(me));
        Assert.Contains("role.grant", me.GetProperty("permissions").EnumerateArray().Select(permission => permission.GetString()));
    }

    [Fact]
    public async Task A_receptionist_has_her_role_at_her_site_alone()
    {
        using var browser = new DemoBrowser(demo.Origin);
        await SignInAsync(browser, DemoCompany.Receptionist);

        var (_, me) = await browser.AskAsync("/t/acme/api/me");

        var role = me.GetProperty("roles").EnumerateArray().Single(one => one.GetProperty("role").GetString() == "receptionist");
        Assert.Equal("site", role.GetProperty("scope").GetString());
    }

    [Fact]
    public async Task The_break_glass_account_and_the_operator_need_no_IdP()
    {
        using var account = new DemoBrowser(demo.Origin);
        var second = await account.SendAsync(
            await account.OpenAsync("/t/acme/local"), ("username", DemoAccounts.BreakGlass), ("password", DemoCompany.Password));
        // The code that set the account up is used; the next one counts.
        await account.SendAsync(second, ("code", DemoCode.Of(demo.State.BreakGlassSecret, DateTimeOffset.UtcNow.AddSeconds(30))));
        Assert.Contains("admin", Roles((await account.AskAsync("/t/acme/api/me")).Json));

        using var staff = new DemoBrowser(demo.Origin);
        await staff.SendAsync(
            await staff.OpenAsync("/t/operator/local"), ("username", DemoAccounts.Operator), ("password", DemoCompany.Password));
        Assert.Contains("operator", Roles((await staff.AskAsync("/t/operator/api/me")).Json));
    }

    [Fact]
    public async Task A_second_start_goes_on_with_what_the_first_one_made()
    {
        var said = demo.Said.Count;
        var before = demo.State;

        await demo.StartAsync();

        Assert.NotEqual(0, said);
        Assert.Equal(said, demo.Said.Count);
        Assert.Equal(before, demo.State);
        using var browser = new DemoBrowser(demo.Origin);
        await SignInAsync(browser, DemoCompany.Auditor);
        Assert.Equal(["auditor", "user"], Roles((await browser.AskAsync("/t/acme/api/me")).Json));
    }

    private static int IndexOf(string userName) => DemoCompany.People.Select(person => person.UserName).ToList().IndexOf(userName);

    private static IEnumerable<string?> Roles(JsonElement me) =>
        me.GetProperty("roles").EnumerateArray().Select(role => role.GetProperty("role").GetString()).Order(StringComparer.Ordinal);

    private static async Task SignInAsync(DemoBrowser browser, string userName)
    {
        var password = await browser.SendAsync(await browser.OpenAsync("/"), ("identifier", $"{userName}@{DemoCompany.Domain}"));
        Assert.Equal("/t/acme-idp/local", browser.At.AbsolutePath);
        var onward = await browser.SendAsync(password, ("username", userName), ("password", DemoCompany.Password));
        await browser.SendAsync(onward);
        Assert.StartsWith("/t/acme/", browser.At.AbsolutePath, StringComparison.Ordinal);
    }
}
