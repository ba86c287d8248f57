using Keyline.Identity.Changes;
using Keyline.Identity.Federation.Managing;
using Keyline.Identity.Federation.Saml;
using Keyline.Identity.People;
using Keyline.Identity.SetupLinks;
using Keyline.Tenancy;
using Keyline.Testing.Identity;

namespace Keyline.Identity.Tests.Federation.Managing;

public class ConnectionLifeTests
{
    private readonly ManagedWorld _world = new();
    private NewSetupLink? _link;
    private BegunSetup? _begun;

    private OpenSetupLink Open => new(_world.Admin.SetupLinks, _world.Admin.Recorder);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_connection_is_off_has_a_key_of_its_own_and_is_in_the_audit()
    {
        var made = await _world.CreatedAsync("entra-saml", "Müller & Söhne");

        Assert.Equal(("muller-sohne", false, null), (made.Slug, made.Enabled, made.TestedAt));
        Assert.Single(((SamlConnectionSettings)made.Settings).Keys);
        Assert.Equal("connection.create", _world.Admin.Journal.Entries[^1].Action);
        Assert.Equal((ChangeKinds.Connection, made.Id.ToString()), (_world.Admin.Journal.Changes[^1].Kind, _world.Admin.Journal.Changes[^1].Subject));
    }

    [Theory]
    [InlineData("Corp", "corp-2")]
    [InlineData("日本", "sso")]
    [InlineData("--", "sso")]
    [InlineData("IdP", "idp-2")]
    public async Task A_slug_is_made_of_the_name_and_taken_once(string name, string slug)
    {
        await _world.CreatedAsync("saml");

        Assert.Equal(slug, (await _world.CreatedAsync("oidc", name)).Slug);
    }

    [Fact]
    public async Task Refuses_an_unknown_preset_and_a_name_that_is_none()
    {
        Assert.Equal(ConnectionFaultCode.UnknownPreset, (await _world.Create.CreateAsync(_world.Right, "other", "Corp", Ct)).Fault?.Code);
        Assert.Equal("name", (await _world.Create.CreateAsync(_world.Right, "saml", "a\nb", Ct)).Fault?.Field);
    }

    [Fact]
    public async Task Refuses_more_connections_than_a_tenant_may_have()
    {
        for (var number = 0; number < CreateConnection.MaxConnections; number++)
        {
            _world.Admin.AddConnection(_world.Admin.Acme, $"c{number}");
        }

        Assert.Equal(ConnectionFaultCode.TooMany, (await _world.Create.CreateAsync(_world.Right, "saml", "Corp", Ct)).Fault?.Code);
    }

    [Fact]
    public async Task Refuses_whoever_has_not_the_permission_and_a_plan_without_sso()
    {
        var person = await _world.Admin.ActorAsync(_world.Admin.Acme, _world.Admin.AddPerson(_world.Admin.Acme, "anna"));
        Assert.Equal(ConnectionFaultCode.NotPermitted, ConnectionRight.Of(person).Fault?.Code);

        var poor = Actor.CommandLine(_world.Admin.AddTenant("poor", Plan.Basic), "root");
        Assert.Equal(ConnectionFaultCode.PlanWithoutSso, ConnectionRight.Of(poor).Fault?.Code);
    }

    [Fact]
    public async Task I6_a_connection_of_another_tenant_is_not_there()
    {
        var theirs = _world.Admin.AddConnection(_world.Admin.Other, "theirs");

        Assert.Equal(ConnectionFaultCode.NotFound, (await _world.Change.ChangeAsync(_world.Right, theirs.Id, "Mine", true, Ct)).Fault?.Code);
        Assert.Equal("theirs", _world.Admin.Connections.All.Single().Name);
    }

    [Fact]
    public async Task A_set_up_link_makes_one_connection_changes_no_other_and_removes_none()
    {
        var other = await _world.CreatedAsync("saml", "Other");
        var session = await SetupAsync();
        var made = ManagedWorld.Good(await _world.Create.CreateAsync(session, "okta-oidc", "Okta", Ct));

        var again = await ContinueAsync();
        Assert.Equal(ConnectionFaultCode.NotPermitted, (await _world.Create.CreateAsync(again, "saml", "Second", Ct)).Fault?.Code);
        var right = ConnectionRight.Of(again).Value ?? throw new InvalidOperationException();
        Assert.Equal(ConnectionFaultCode.NotFound, (await _world.Change.ChangeAsync(right, other.Id, "Mine", true, Ct)).Fault?.Code);
        Assert.True((await _world.Change.ChangeAsync(right, made.Id, "Okta of Acme", true, Ct)).Ok);
        Assert.Equal(ConnectionFaultCode.NotPermitted, (await _world.Remove.RemoveAsync(right, made.Id, Ct)).Fault?.Code);
        Assert.Equal("setup-link", _world.Admin.Journal.Entries[^1].Actor.Kind);
    }

    [Fact]
    public async Task Is_switched_on_after_a_test_and_untested_only_with_a_warning_in_the_audit()
    {
        var tested = await _world.TestedAsync();
        Assert.True(ManagedWorld.Good(await _world.Enable.EnableAsync(_world.Right, tested.Id, false, Ct)).Enabled);
        Assert.DoesNotContain("warning", _world.Admin.Journal.Entries[^1].Facts.Keys);

        var untested = _world.Put(tested with { TestedAt = null, Enabled = false });
        Assert.Equal(ConnectionFaultCode.NotTested, (await _world.Enable.EnableAsync(_world.Right, untested.Id, false, Ct)).Fault?.Code);
        Assert.True(ManagedWorld.Good(await _world.Enable.EnableAsync(_world.Right, untested.Id, true, Ct)).Enabled);
        Assert.Contains("without a successful test", _world.Admin.Journal.Entries[^1].Facts["warning"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("saml")]
    [InlineData("oidc")]
    [InlineData("ldap")]
    public async Task Refuses_to_switch_on_what_is_not_complete_even_untested(string preset)
    {
        var made = await _world.CreatedAsync(preset);

        Assert.Equal(ConnectionFaultCode.NotComplete, (await _world.Enable.EnableAsync(_world.Right, made.Id, true, Ct)).Fault?.Code);
    }

    [Fact]
    public async Task I8_the_connection_by_which_the_only_administrator_comes_is_not_switched_off()
    {
        await _world.Admin.AdminAsync(_world.Admin.Acme);
        var only = _world.Admin.Connections.All.Single();

        Assert.Equal(ConnectionFaultCode.LastWayIn, (await _world.Enable.DisableAsync(_world.Right, only.Id, Ct)).Fault?.Code);

        _world.Admin.AddPerson(_world.Admin.Acme, "rescue", PersonKind.BreakGlass);
        Assert.False(ManagedWorld.Good(await _world.Enable.DisableAsync(_world.Right, only.Id, Ct)).Enabled);
    }

    [Fact]
    public async Task Is_removed_only_when_it_is_off_and_its_domains_are_free_again()
    {
        var made = _world.Put((await _world.TestedAsync()) with { Enabled = true });
        Assert.Equal(ConnectionFaultCode.StillEnabled, (await _world.Remove.RemoveAsync(_world.Right, made.Id, Ct)).Fault?.Code);

        _world.Put(made with { Enabled = false });
        var anna = _world.Admin.AddPerson(_world.Admin.Acme, "anna");
        _world.Admin.Links.All.Add(new PersonIdentity
        {
            TenantId = made.TenantId,
            ConnectionId = made.Id,
            Subject = "s",
            PersonId = anna.Id,
            LinkedAt = _world.Admin.Time.Now,
        });
        Assert.Equal(1, await _world.Remove.CountPeopleAsync(made, Ct));
        Assert.True((await _world.Remove.RemoveAsync(_world.Right, made.Id, Ct)).Ok);

        Assert.Empty(_world.Admin.Connections.All);
        Assert.Single(_world.Admin.Links.All);
        Assert.Equal(("connection.remove", "1"), (_world.Admin.Journal.Entries[^1].Action, _world.Admin.Journal.Entries[^1].Facts["people"]));
    }

    [Fact]
    public async Task A_change_that_somebody_else_overtakes_is_refused_and_changes_nothing()
    {
        var made = await _world.CreatedAsync("saml");
        _world.Admin.Journal.BeforeCommit = () => _world.Admin.Connections.All.Clear();

        Assert.Equal(ConnectionFaultCode.Conflict, (await _world.Change.ChangeAsync(_world.Right, made.Id, "New", true, Ct)).Fault?.Code);
    }

    [Fact]
    public async Task A_changed_map_asks_for_a_test_and_the_audit_says_what_changed()
    {
        var tested = await _world.TestedAsync();
        var mapped = ManagedWorld.Good(await _world.Change.MapAsync(_world.Right, tested.Id, tested.Attributes with { Email = " mail " }, Ct));

        Assert.Equal(("mail", null), (mapped.Attributes.Email, mapped.TestedAt));
        Assert.Equal("email -> mail", _world.Admin.Journal.Entries[^1].Facts["email"]);
        Assert.Equal("expected-tenant",
            (await _world.Change.MapAsync(_world.Right, tested.Id, new() { ExpectedTenant = "acme" }, Ct)).Fault?.Field);
        Assert.Equal("groups", (await _world.Change.MapAsync(_world.Right, tested.Id, new() { Groups = new string('x', 301) }, Ct)).Fault?.Field);
    }

    private async Task<SetupSession> SetupAsync()
    {
        _link = (await new CreateSetupLink(_world.Admin.SetupLinks, _world.Admin.Connections, _world.Admin.Recorder)
            .CreateAsync(_world.Right.Actor, "Ann of IT", TimeSpan.FromDays(7), null, Ct)).Value ?? throw new InvalidOperationException();
        _begun = (await Open.BeginAsync(_world.Admin.Acme, _link.Token.Reveal(), AdminWorld.Client, Ct)).Value ?? throw new InvalidOperationException();
        return _begun.Session;
    }

    private async Task<SetupSession> ContinueAsync() =>
        (await Open.ContinueAsync(_world.Admin.Acme, _link?.Token.Reveal() ?? "", _begun?.Browser.Reveal(), AdminWorld.Client, Ct)).Value ?? throw new InvalidOperationException();
}
