using System.Net;
using Keyline.Identity.Authenticators.Account;
using Keyline.Identity.Authenticators.Links;
using Keyline.Identity.BreakGlass;
using Keyline.Identity.People;
using Keyline.Identity.Roles;
using Keyline.Identity.Sessions;
using Keyline.Journal;
using Keyline.Testing.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Keyline.Server.Tests.Human.Local;

public sealed class SecurityPagesTests(LocalWorld world) : IClassFixture<LocalWorld>
{
    private const string Base = "/t/acme/account/security";
    private const string Other = "three calm rivers meet again";

    private static readonly CancellationToken _ct = TestContext.Current.CancellationToken;
    private static readonly CredentialActor _actor = new(AuditParty.CommandLine("root"), ClientDescription.None, Keep: null);

    [Theory]
    [InlineData("wrong wrong wrong wrong", Other, Other, "another one")]
    [InlineData(LocalWorld.Password, Other, "something different", "not the same")]
    [InlineData(LocalWorld.Password, "too short", "too short", "too short")]
    [InlineData(LocalWorld.Password, "passwordpassword2026", "passwordpassword2026", "tried first")]
    [InlineData(LocalWorld.Password, "correct horse battery staple", "correct horse battery staple", "tried first")]
    [InlineData(LocalWorld.Password, LocalWorld.Password, LocalWorld.Password, "have now")]
    [InlineData("", Other, Other, "Sign in again")]
    public async Task A_password_is_not_changed(string old, string password, string again, string because)
    {
        using var browser = await SignedInAsync($"change{Guid.NewGuid():N}"[..20]);
        using var answer = await browser.PostAsync($"{Base}/password", world.Origin, ("old", old), ("password", password), ("again", again));

        Assert.InRange((int)answer.StatusCode, 400, 403);
        Assert.Contains(because, await answer.Content.ReadAsStringAsync(_ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Guessing_the_old_password_with_a_stolen_session_is_held_up()
    {
        using var browser = await SignedInAsync("stolen");
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 8; i++)
        {
            using var answer = await browser.PostAsync(
                $"{Base}/password", world.Origin, ("old", $"guess number {i}"), ("password", Other), ("again", Other));
            statuses.Add(answer.StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[^1]);
    }

    [Theory]
    [InlineData("recovery-codes", HttpStatusCode.BadRequest)]
    [InlineData("totp", HttpStatusCode.BadRequest)]
    [InlineData("passkeys", HttpStatusCode.BadRequest)]
    [InlineData("passkeys/01890000-0000-7000-8000-000000000000/remove", HttpStatusCode.NotFound)]
    [InlineData("passkeys/not-an-id/remove", HttpStatusCode.NotFound)]
    public async Task What_has_no_ground_is_refused(string path, HttpStatusCode expected)
    {
        using var browser = await SignedInAsync($"ground{Guid.NewGuid():N}"[..20]);
        using var answer = await browser.PostAsync($"{Base}/{path}", world.Origin, ("name", "Key"), ("code", "123456"), ("credential", "{}"));

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task A_passkey_needs_a_name_and_the_next_one_a_sign_in_with_the_first()
    {
        using var passkey = new SoftAuthenticator { Origin = world.Origin, RpId = "sso.keyline.test" };
        using var browser = await SignedInAsync("naming");
        var answer = await AnswerAsync();
        using var nameless = await AddAsync("  ");
        answer = await AnswerAsync();
        using var added = await AddAsync("Key");
        using var again = await AddAsync("Key");

        // With the first passkey, the sign-in by password alone is no longer strong enough to add another (I11).
        Assert.Equal(
            (HttpStatusCode.BadRequest, HttpStatusCode.OK, HttpStatusCode.Forbidden), (nameless.StatusCode, added.StatusCode, again.StatusCode));

        async Task<string> AnswerAsync()
        {
            using var page = await browser.GetAsync(Base);
            return passkey.Create(await LocalWorld.OptionsAsync(page));
        }

        Task<HttpResponseMessage> AddAsync(string name) =>
            browser.PostAsync($"{Base}/passkeys", world.Origin, ("name", name), ("credential", answer));
    }

    [Fact]
    public async Task New_recovery_codes_kill_the_old_ones_and_tell_the_person()
    {
        var app = new TestApp();
        var person = await world.AddAsync("codes", app);
        var old = (await world.AddRecoveryCodesAsync(person))[0];
        using var browser = world.First.Browser();
        await world.SignInAsync(browser, "codes", app);
        using var renewed = await browser.PostAsync($"{Base}/recovery-codes", world.Origin);
        using var later = world.Second.Browser();
        using var password = await world.PasswordAsync(later, "codes");
        using var used = await later.PostAsync("/t/acme/local/second-factor", world.Origin, ("method", "recovery"), ("code", old));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.BadRequest), (renewed.StatusCode, used.StatusCode));
        Assert.Contains(await world.AuditAsync(person), entry => entry.Action == "recovery-codes.renew");
    }

    [Fact]
    public async Task A_break_glass_account_keeps_its_last_second_factor()
    {
        var app = new TestApp();
        await world.AddAsync("keeper", app, person => person with { Kind = PersonKind.BreakGlass });
        using var browser = world.First.Browser();
        await world.SignInAsync(browser, "keeper", app);
        using var removed = await browser.PostAsync($"{Base}/totp/remove", world.Origin);

        Assert.Equal(HttpStatusCode.Forbidden, removed.StatusCode);
    }

    [Fact]
    public async Task Forms_of_another_site_change_nothing()
    {
        using var browser = await SignedInAsync("crossed");
        foreach (var path in new[] { "password", "totp", "totp/remove", "passkeys", "recovery-codes" })
        {
            using var answer = await browser.PostAsync($"{Base}/{path}", "https://evil.example", ("old", LocalWorld.Password), ("password", Other), ("again", Other));
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }
    }

    [Fact]
    public async Task No_link_is_made_for_a_person_that_the_tenant_does_not_have()
    {
        var issued = await world.First.AskAsync<IssueLink, Result<IssuedLink, AccountFault>>(
            issue => issue.RunAsync(world.Tenant.Id, PersonId.New(), CredentialLinkPurpose.Password, _actor, _ct));

        Assert.Equal(AccountFaultCode.UnknownPerson, issued.Fault?.Code);
    }

    [Theory]
    [InlineData("people.manage", false)]
    [InlineData("people.manage portal.use", true)]
    public async Task Nobody_makes_a_link_for_a_person_who_may_do_more(string permissions, bool made)
    {
        var name = $"helpdesk{permissions.Length}";
        var person = await world.AddAsync(name);
        await world.WithAsync(services =>
        {
            var roles = services.GetRequiredService<IRoleStore>();
            roles.Add(new CustomRole { TenantId = world.Tenant.Id, Name = name, Description = name, Permissions = permissions.Split(' ') });
            roles.Add(new DirectGrant
            {
                Id = DirectGrantId.New(),
                TenantId = world.Tenant.Id,
                PersonId = person.Id,
                Role = name,
                Reason = "test",
                GrantedBy = "root",
                GrantedAt = person.CreatedAt,
                ExpiresAt = person.CreatedAt.AddDays(1),
            });
            return Task.CompletedTask;
        });
        var target = made ? await world.AddAsync("target-user")
            : await world.AddAsync("target-admin", change: one => one with { Kind = PersonKind.BreakGlass });
        using var browser = world.First.Browser();
        await world.SignInAsync(browser, name);
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(world.First.Address, $"/t/acme/api/people/{target.Id}/credential-link"));
        request.Content = new StringContent("""{"withApp":false}""", System.Text.Encoding.UTF8, "application/json");
        request.Headers.Host = new Uri(world.Origin).Authority;
        request.Headers.Add("Cookie", browser.Cookies.GetCookieHeader(new Uri(world.Origin)));
        using var answer = await http.SendAsync(request, _ct);
        var body = await answer.Content.ReadAsStringAsync(_ct);

        Assert.Equal(made ? HttpStatusCode.OK : HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains(made ? "/t/acme/local/link/" : "credential-link", body, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_tenant_has_twenty_break_glass_accounts_at_most_and_sso_needs_a_tested_one()
    {
        await using var lonely = new LocalWorldOfOne();
        await lonely.InitializeAsync();
        var node = lonely.World.First;
        var untested = await node.AskAsync<BreakGlassGuard, Result<Unit, BreakGlassFault>>(guard => guard.MayRequireSsoAsync(lonely.World.Tenant.Id, _ct));
        var last = default(Result<CreatedBreakGlass, BreakGlassFault>);
        for (var i = 0; i <= CreateBreakGlass.MaxAccounts; i++)
        {
            last = await node.AskAsync<CreateBreakGlass, Result<CreatedBreakGlass, BreakGlassFault>>(
                create => create.RunAsync(lonely.World.Tenant, $"account{i}", "Account", [], _actor, _ct));
        }

        Assert.Equal(BreakGlassFaultCode.NoTestedAccount, untested.Fault?.Code);
        Assert.Equal(BreakGlassFaultCode.TooMany, last?.Fault?.Code);
    }

    private async Task<TestBrowser> SignedInAsync(string userName)
    {
        await world.AddAsync(userName);
        var browser = world.First.Browser();
        await world.SignInAsync(browser, userName);
        return browser;
    }
}
