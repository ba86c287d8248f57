using Keyline.Identity.BreakGlass;
using Keyline.Identity.Changes;
using Keyline.Identity.Roles;
using Keyline.Identity.Sessions;
using Keyline.Identity.Settings;
using Keyline.Journal;
using Keyline.Testing.Identity;

namespace Keyline.Identity.Tests.Settings;

public class SettingsTests
{
    private readonly AdminWorld _world = new();
    private readonly FakeSsoRequirement _ways = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private TenantSettings Valid => new()
    {
        TenantId = _world.Acme.Id,
        LocalSignIn = LocalSignInMode.Nobody,
        SessionLimits = new SessionLimits(TimeSpan.FromHours(1), TimeSpan.FromHours(10)),
        SessionLimitsByRole = new Dictionary<string, SessionLimits> { [BuiltInRoles.Admin] = SessionLimits.Short },
        ClockToleranceSeconds = 120,
        AlertAddresses = ["it@acme.example", " it@acme.example "],
    };

    private ChangeSettings Change => new(_world.Settings, new RoleCatalogue(_world.Roles), _ways, _world.Recorder);

    [Fact]
    public async Task Changes_settings_and_writes_down_what_changed()
    {
        var admin = await _world.AdminAsync(_world.Acme);

        var changed = await Change.ChangeAsync(admin, Valid, Ct);

        Assert.Equal(["it@acme.example"], changed.Value?.AlertAddresses);
        Assert.Equal(120, (await _world.Settings.GetAsync(_world.Acme.Id, Ct)).ClockToleranceSeconds);
        var facts = _world.Journal.Entries.Single().Facts;
        Assert.Equal("60 -> 120", facts["clock-tolerance"]);
        Assert.DoesNotContain("insecure-clear-text-ldap", facts.Keys);
        Assert.Equal(ChangeKinds.Tenant, _world.Journal.Changes.Single().Kind);
    }

    [Fact]
    public async Task Refuses_what_is_out_of_bounds_and_names_all_of_it()
    {
        var wrong = Valid with
        {
            SessionLimits = new SessionLimits(TimeSpan.FromMinutes(1), TimeSpan.FromDays(31)),
            SessionLimitsByRole = new Dictionary<string, SessionLimits> { ["chief"] = SessionLimits.Short },
            LocalSignIn = (LocalSignInMode)7,
            ClockToleranceSeconds = 301,
            AlertAddresses = ["not an address"],
        };

        var refused = await Change.ChangeAsync(Actor.CommandLine(_world.Acme, "root"), wrong, Ct);

        Assert.Equal(
            [SettingsFaultCode.BadSessionLimit, SettingsFaultCode.UnknownRole, SettingsFaultCode.BadLocalSignIn,
                SettingsFaultCode.BadClockTolerance, SettingsFaultCode.BadAlertAddress],
            refused.Fault?.All.Select(fault => fault.Code));
        Assert.Empty(_world.Journal.Changes);
    }

    [Theory]
    [InlineData(4, 60, "user", false)]
    [InlineData(5, 60, "user", true)]
    [InlineData(61, 60, "user", false)]
    [InlineData(60, 30 * 24 * 60, "user", true)]
    [InlineData(60, (30 * 24 * 60) + 1, "user", false)]
    [InlineData(60, 24 * 60, "admin", true)]
    [InlineData(60, (24 * 60) + 1, "admin", false)]
    public async Task Session_limits_have_bounds_and_administrators_tighter_ones(int idle, int absolute, string role, bool allowed)
    {
        var limits = new SessionLimits(TimeSpan.FromMinutes(idle), TimeSpan.FromMinutes(absolute));
        var wanted = Valid with { SessionLimitsByRole = new Dictionary<string, SessionLimits> { [role] = limits } };

        Assert.Equal(allowed, (await Change.ChangeAsync(Actor.CommandLine(_world.Acme, "root"), wanted, Ct)).Ok);
    }

    [Theory]
    [InlineData("a@b.example", true)]
    [InlineData("a.b+c@sub.example", true)]
    [InlineData("a@müller.example", true)]
    [InlineData("", false)]
    [InlineData("@b.example", false)]
    [InlineData("a@", false)]
    [InlineData("a b@c.example", false)]
    [InlineData("A <a@b.example>", false)]
    [InlineData("a@b.example\r\nBcc: x@y.example", false)]
    [InlineData("a,b@c.example", false)]
    public void Knows_an_address(string text, bool good) => Assert.Equal(good, SettingsRule.IsAddress(text));

    [Fact]
    public async Task Switches_that_begin_with_insecure_are_the_operators()
    {
        var admin = await _world.AdminAsync(_world.Acme);
        var insecure = Valid with { InsecureAllowClearTextLdap = true };

        var refused = await Change.ChangeAsync(admin, insecure, Ct);
        Assert.Equal(SettingsFaultCode.OperatorOnly, refused.Fault?.All.Single().Code);
        Assert.Equal(AuditOutcome.Denied, _world.Journal.Entries.Single().Outcome);

        var staff = await _world.AdminAsync(_world.Operator);
        Assert.Null(admin.At(_world.Other));
        Assert.True((await Change.ChangeAsync(staff.At(_world.Acme)!, insecure, Ct)).Ok);
        Assert.True((await _world.Settings.GetAsync(_world.Acme.Id, Ct)).InsecureAllowClearTextLdap);
        Assert.True((await Change.ChangeAsync(admin, insecure with { ClockToleranceSeconds = 10 }, Ct)).Ok);
    }

    [Fact]
    public async Task I8_sso_is_not_required_before_a_break_glass_account_was_tested()
    {
        var admin = Actor.CommandLine(_world.Acme, "root");
        var wanted = Valid with { LocalSignIn = LocalSignInMode.Nobody };
        await Change.ChangeAsync(admin, wanted with { LocalSignIn = LocalSignInMode.ChosenPeople }, Ct);
        _ways.Fault = new BreakGlassFault(BreakGlassFaultCode.NoTestedAccount, "no drill");
        var refused = await Change.ChangeAsync(admin, wanted, Ct);
        _ways.Fault = null;

        Assert.Equal(SettingsFaultCode.NoTestedBreakGlass, refused.Fault?.All.Single().Code);
        Assert.True((await Change.ChangeAsync(admin, wanted, Ct)).Ok);
    }

    [Fact]
    public async Task Two_changes_at_once_do_not_both_happen()
    {
        _world.Journal.BeforeCommit = () => _world.Journal.Pend(() => false, () => { });

        var refused = await Change.ChangeAsync(Actor.CommandLine(_world.Acme, "root"), Valid, Ct);

        Assert.Equal(SettingsFaultCode.Conflict, refused.Fault?.All.Single().Code);
    }
}
