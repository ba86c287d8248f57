using System.Net;
using System.Text.RegularExpressions;
using Keyline.Identity.Authenticators.Account;
using Keyline.Identity.Authenticators.Links;
using Keyline.Identity.BreakGlass;
using Keyline.Identity.BreakGlass.Drills;
using Keyline.Identity.Mail.Outbox;
using Keyline.Identity.People;
using Keyline.Identity.Sessions;
using Keyline.Identity.Settings;
using Keyline.Journal;
using Keyline.Testing.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Keyline.Server.Tests.Human.Local;

/// <summary>I8: break-glass accounts. The installation has no connection to any IdP at all.</summary>
public sealed partial class BreakGlassTests(LocalWorld world) : IClassFixture<LocalWorld>
{
    private static readonly CancellationToken _ct = TestContext.Current.CancellationToken;
    private static readonly CredentialActor _actor = new(AuditParty.CommandLine("root"), ClientDescription.None, Keep: null);

    [Fact]
    public async Task I8_an_account_works_with_no_idp_there_and_its_use_alerts_and_asks_for_rotation()
    {
        var app = new TestApp();
        var person = await AddAsync("glass", app);
        using var browser = world.First.Browser();
        await world.SignInAsync(browser, "glass", app);

        var me = await browser.GetJsonAsync("/t/acme/api/me");
        Assert.Contains("break-glass.manage", me.GetProperty("permissions").EnumerateArray().Select(name => name.GetString()));
        Assert.NotNull((await StatusAsync(person)).RotationDueSince);
        Assert.Contains(await world.AuditAsync(person), entry => entry.Action == "break-glass.use");
        var mails = await world.First.AskAsync<IOutbox, IReadOnlyList<OutboxMail>>(outbox => outbox.ListAsync(world.Tenant.Id, 100, _ct));
        Assert.Contains(mails, mail => mail.To == "ops@acme.example" && mail.Subject.StartsWith("Break-glass account used", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_new_password_ends_the_request_for_rotation_and_the_other_sessions()
    {
        var app = new TestApp();
        var person = await AddAsync("rotated", app);
        using var other = world.Second.Browser();
        await world.SignInAsync(other, "rotated", app);
        using var browser = world.First.Browser();
        using var password = await world.PasswordAsync(browser, "rotated");
        using var code = await world.CodeAsync(browser, app.CodeAt(DateTimeOffset.UtcNow, later: 1));
        using var changed = await browser.PostAsync("/t/acme/account/security/password", world.Origin,
            ("old", LocalWorld.Password), ("password", "three calm rivers meet"), ("again", "three calm rivers meet"));

        Assert.Equal(HttpStatusCode.Found, changed.StatusCode);
        Assert.Null((await StatusAsync(person)).RotationDueSince);
        Assert.Equal(HttpStatusCode.OK, await browser.StatusOfAsync("/t/acme/api/me"));
        using var ended = world.First.Browser();
        ended.Cookies.Add(other.Cookies.GetCookies(new Uri(world.Origin)));
        Assert.NotEqual(HttpStatusCode.OK, await ended.StatusOfAsync("/t/acme/api/me"));
    }

    [Fact]
    public async Task A_drill_leaves_evidence_that_the_installation_signed_and_any_node_verifies()
    {
        var app = new TestApp();
        var person = await AddAsync("drilled", app);
        Assert.True((await StatusAsync(person)).DrillOverdue);
        await world.First.AskAsync<StartDrill, Result<Drill, BreakGlassFault>>(
            start => start.RunAsync(world.Tenant.Id, person.Id, AuditParty.CommandLine("root"), "", _ct));
        using var browser = world.First.Browser();
        await world.SignInAsync(browser, "drilled", app);

        var drills = await world.First.AskAsync<IBreakGlassStore, IReadOnlyList<Drill>>(store => store.ListDrillsAsync(world.Tenant.Id, 10, _ct));
        var drill = drills.Single(one => one.PersonId == person.Id);
        var signature = new EvidenceSignature(drill.KeyId ?? "", drill.Signature ?? []);
        Assert.StartsWith("keyline break-glass drill v1\n", drill.Evidence, StringComparison.Ordinal);
        Assert.True(await world.Second.AskAsync<IEvidenceSigner, bool>(signer => signer.VerifyAsync(drill.Evidence ?? "", signature, _ct)));
        Assert.False(await world.Second.AskAsync<IEvidenceSigner, bool>(signer => signer.VerifyAsync(drill.Evidence + " ", signature, _ct)));
        Assert.True((await StatusAsync(person)).IsTested);
    }

    [Fact]
    public async Task A_limited_account_is_refused_from_elsewhere()
    {
        var app = new TestApp();
        var person = await AddAsync("limited", app);
        await world.First.AskAsync<ChangeBreakGlass, Result<Unit, BreakGlassFault>>(
            change => change.LimitAsync(world.Tenant.Id, person.Id, ["192.0.2.0/24"], _actor, _ct));
        using var browser = world.First.Browser();
        using var refused = await world.PasswordAsync(browser, "limited");

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains(await world.AuditAsync(person), entry => entry.Facts.TryGetValue("code", out var code) && code == "NetworkNotAllowed");
    }

    [Fact]
    public async Task The_last_usable_account_cannot_be_removed_while_sso_is_required()
    {
        await using var lonely = new LocalWorldOfOne();
        await lonely.InitializeAsync();
        var person = await lonely.AddBreakGlassAsync("last");
        await lonely.World.WithAsync(services => services.GetRequiredService<ISettingsStore>().SaveAsync(
            new TenantSettings { TenantId = lonely.World.Tenant.Id, LocalSignIn = LocalSignInMode.Nobody }, _ct));

        Assert.Equal(BreakGlassFaultCode.LastWayIn, (await lonely.RemoveAsync(person)).Fault?.Code);
        await lonely.AddBreakGlassAsync("second");
        Assert.True((await lonely.RemoveAsync(person)).Ok);
    }

    [Fact]
    public async Task A_new_account_is_set_up_with_a_link_that_works_once()
    {
        var created = await world.First.AskAsync<CreateBreakGlass, Result<CreatedBreakGlass, BreakGlassFault>>(
            create => create.RunAsync(world.Tenant, "fresh", "Fresh account", [], _actor, _ct));
        Assert.True(created.Ok);
        Assert.False((await StatusAsync(created.Value.Person)).IsUsable);
        var path = $"/t/acme/local/link/{created.Value.Link.Secret.Reveal()}";
        using var browser = world.First.Browser();
        using var page = await browser.GetAsync(path);
        var code = TestBase32.CodeOf(Secret().Match(await page.Content.ReadAsStringAsync(_ct)).Groups[1].Value, DateTimeOffset.UtcNow);
        var answers = await Task.WhenAll(UseAsync(world.First), UseAsync(world.Second));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.NotFound], answers.Order());
        Assert.True((await StatusAsync(created.Value.Person)).IsUsable);

        async Task<HttpStatusCode> UseAsync(ServerNode node)
        {
            using var holder = node.Browser();
            using var used = await holder.PostAsync(path, world.Origin, ("password", "eight birds fly"), ("again", "eight birds fly"), ("code", code));
            return used.StatusCode;
        }
    }

    [Theory]
    [InlineData(BreakGlassFaultCode.BadUserName, "", "")]
    [InlineData(BreakGlassFaultCode.BadNetwork, "networked", "192.0.2.1/99")]
    [InlineData(BreakGlassFaultCode.UserNameTaken, "Taken", "")]
    public async Task Creating_an_account_is_refused(BreakGlassFaultCode expected, string userName, string network)
    {
        if (expected == BreakGlassFaultCode.UserNameTaken)
        {
            await world.AddAsync("taken");
        }

        var created = await world.First.AskAsync<CreateBreakGlass, Result<CreatedBreakGlass, BreakGlassFault>>(
            create => create.RunAsync(world.Tenant, userName, "Name", network.Length == 0 ? [] : [network], _actor, _ct));

        Assert.Equal(expected, created.Fault?.Code);
    }

    [Fact]
    public async Task Says_that_there_is_no_such_account()
    {
        var limited = await world.First.AskAsync<ChangeBreakGlass, Result<Unit, BreakGlassFault>>(
            change => change.LimitAsync(world.Tenant.Id, PersonId.New(), [], _actor, _ct));

        Assert.Equal(BreakGlassFaultCode.UnknownAccount, limited.Fault?.Code);
    }

    [Fact]
    public async Task A_reset_link_for_somebody_else_leaves_their_second_factor_as_it_is()
    {
        var app = new TestApp();
        var person = await world.AddAsync("reset", app);
        var issued = await world.First.AskAsync<IssueLink, Result<IssuedLink, AccountFault>>(
            issue => issue.RunAsync(world.Tenant.Id, person.Id, CredentialLinkPurpose.Password, _actor, _ct));
        Assert.True(issued.Ok);
        using var browser = world.First.Browser();
        using var used = await browser.PostAsync($"/t/acme/local/link/{issued.Value.Secret.Reveal()}", world.Origin,
            ("password", "eight birds fly"), ("again", "eight birds fly"));
        using var password = await world.PasswordAsync(browser, "reset", "eight birds fly");

        Assert.Equal("/t/acme/local/second-factor", password.Headers.Location?.OriginalString);
    }

    [GeneratedRegex("<code>([A-Z2-7]{32})</code>")]
    private static partial Regex Secret();

    private Task<Person> AddAsync(string userName, TestApp app) =>
        world.AddAsync(userName, app, person => person with { Kind = PersonKind.BreakGlass });

    private async Task<BreakGlassStatus> StatusAsync(Person person) =>
        (await world.First.AskAsync<BreakGlassStatusReader, IReadOnlyList<BreakGlassStatus>>(reader => reader.ReadAsync(world.Tenant.Id, _ct)))
        .Single(status => status.Person.Id == person.Id);
}
