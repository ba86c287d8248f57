using Keyline.Identity.Changes;
using Keyline.Identity.Federation;
using Keyline.Identity.People;
using Keyline.Identity.Roles;
using Keyline.Identity.Sessions;
using Keyline.Identity.SignIn.Invitations;
using Keyline.Journal;
using Keyline.Testing.Identity;

namespace Keyline.Identity.Tests.People;

public class PeopleTests
{
    private readonly AdminWorld _world = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private DeactivatePerson Deactivate => new(
        _world.People, _world.Reader, _world.Ways, new EndSessions(_world.Sessions, _world.Journal, _world.Time), _world.Recorder);

    private ReactivatePerson Reactivate => new(_world.People, _world.Recorder);

    private AllowLocalSignIn Allow => new(_world.People, _world.Recorder);

    [Fact]
    public async Task I7_Deactivating_ends_everything_in_one_commit()
    {
        var admin = await _world.AdminAsync(_world.Acme);
        var bob = _world.AddPerson(_world.Acme, "bob");
        var sessions = new[] { _world.AddSession(bob), _world.AddSession(bob) };

        var done = await Deactivate.DeactivateAsync(admin, bob.Id, Ct);

        Assert.Equal(PersonState.Deactivated, done.Value?.State);
        Assert.All(sessions, session =>
            Assert.Equal(SessionEnd.PersonDeactivated, _world.Sessions.All.Single(kept => kept.Id == session.Id).EndReason));
        Assert.Equal(["person.deactivate", "session.end"], _world.Journal.Entries.Select(entry => entry.Action).Distinct().Order());
        Assert.Equal("2", _world.Journal.Entries.Single(entry => entry.Action == "person.deactivate").Facts["sessions-ended"]);
        Assert.Contains(_world.Journal.Changes, change => change.Kind == ChangeKinds.Person && change.Subject == bob.Id.ToString());
        Assert.True((await Deactivate.DeactivateAsync(admin, bob.Id, Ct)).Ok);
    }

    [Fact]
    public async Task Refuses_what_must_not_be()
    {
        var admin = await _world.AdminAsync(_world.Acme);
        var glass = _world.AddPerson(_world.Acme, "glass", PersonKind.BreakGlass);
        var foreign = _world.AddPerson(_world.Other, "otto");

        Assert.Equal(PersonFaultCode.NotFound, (await Deactivate.DeactivateAsync(admin, foreign.Id, Ct)).Fault?.Code);
        Assert.Equal(PersonFaultCode.BreakGlassAccount, (await Deactivate.DeactivateAsync(admin, glass.Id, Ct)).Fault?.Code);
        Assert.Equal(PersonFaultCode.Self, (await Deactivate.DeactivateAsync(admin, admin.PersonId!.Value, Ct)).Fault?.Code);
        Assert.Equal(PersonFaultCode.NotFound, (await Reactivate.ReactivateAsync(admin, foreign.Id, Ct)).Fault?.Code);
        Assert.Equal(PersonFaultCode.BreakGlassAccount, (await Reactivate.ReactivateAsync(admin, glass.Id, Ct)).Fault?.Code);
        Assert.Equal(PersonFaultCode.NotFound, (await Allow.SetAsync(admin, foreign.Id, true, Ct)).Fault?.Code);
        Assert.Equal(PersonFaultCode.BreakGlassAccount, (await Allow.SetAsync(admin, glass.Id, true, Ct)).Fault?.Code);
        Assert.Equal(2, _world.Journal.Entries.Count(entry => entry.Outcome == AuditOutcome.Denied));
    }

    [Fact]
    public async Task Nobody_deactivates_somebody_who_may_do_more()
    {
        var admin = await _world.AdminAsync(_world.Acme);
        _world.Roles.Custom.Add(new CustomRole { TenantId = _world.Acme.Id, Name = "desk", Description = "d", Permissions = [Permissions.PeopleManage, Permissions.PortalUse] });
        var helper = _world.AddPerson(_world.Acme, "helper");
        _world.AddMapping(_world.AddGroup(_world.AddConnection(_world.Acme, "corp"), "desk", helper), "desk");
        var actor = await _world.ActorAsync(_world.Acme, helper);

        Assert.Equal(PersonFaultCode.BeyondOwn, (await Deactivate.DeactivateAsync(actor, admin.PersonId!.Value, Ct)).Fault?.Code);
        Assert.True((await Deactivate.DeactivateAsync(actor, _world.AddPerson(_world.Acme, "bob").Id, Ct)).Ok);
    }

    [Fact]
    public async Task Nobody_makes_an_invitation_link_for_somebody_who_may_do_more()
    {
        var admin = await _world.AdminAsync(_world.Acme);
        var helper = await _world.ActorWithAsync(_world.Acme, Permissions.PeopleManage, Permissions.PortalUse);
        var invite = new InviteByLink(_world.People, _world.Reader, new InvitePerson(
            new FakeInvitations(_world.Journal), _world.People, _world.Connections, _world.Journal, new PublicOrigin("https://sso.example"), _world.Time),
            _world.Recorder);
        var connection = _world.Connections.All[0].Id;

        Assert.Equal(PersonFaultCode.BeyondOwn, (await invite.InviteAsync(helper, admin.PersonId!.Value, connection, Ct)).Fault?.Code);
        Assert.True((await invite.InviteAsync(helper, _world.AddPerson(_world.Acme, "bob").Id, connection, Ct)).Ok);
    }

    [Fact]
    public async Task I8_The_last_administrator_stays()
    {
        var admin = await _world.AdminAsync(_world.Acme);
        var root = Actor.CommandLine(_world.Acme, "root");

        Assert.Equal(PersonFaultCode.LocksOut, (await Deactivate.DeactivateAsync(root, admin.PersonId!.Value, Ct)).Fault?.Code);
        _world.AddPerson(_world.Acme, "glass", PersonKind.BreakGlass);
        Assert.True((await Deactivate.DeactivateAsync(root, admin.PersonId!.Value, Ct)).Ok);
    }

    [Fact]
    public async Task A_person_comes_back_without_their_old_sessions()
    {
        var admin = await _world.AdminAsync(_world.Acme);
        var bob = _world.AddPerson(_world.Acme, "bob");
        var session = _world.AddSession(bob);
        await Deactivate.DeactivateAsync(admin, bob.Id, Ct);

        Assert.Equal(PersonState.Active, (await Reactivate.ReactivateAsync(admin, bob.Id, Ct)).Value?.State);
        Assert.True((await Reactivate.ReactivateAsync(admin, bob.Id, Ct)).Ok);
        Assert.NotNull(_world.Sessions.All.Single(kept => kept.Id == session.Id).EndedAt);
        Assert.True((await Allow.SetAsync(admin, bob.Id, true, Ct)).Value?.LocalSignIn);
    }

    [Fact]
    public async Task Two_changes_at_once_do_not_both_happen()
    {
        var bob = _world.AddPerson(_world.Acme, "bob");
        _world.Journal.BeforeCommit = () => _world.Journal.Pend(() => false, () => { });

        Assert.Equal(PersonFaultCode.Conflict, (await Allow.SetAsync(Actor.CommandLine(_world.Acme, "root"), bob.Id, true, Ct)).Fault?.Code);
    }

    [Fact]
    public async Task Shows_a_person_with_everything_and_to_their_tenant_only()
    {
        var admin = await _world.AdminAsync(_world.Acme);
        var id = admin.PersonId!.Value;
        _world.Links.All.Add(new PersonIdentity
        {
            TenantId = _world.Acme.Id,
            ConnectionId = _world.Connections.All[0].Id,
            Subject = "s-1",
            PersonId = id,
            LinkedAt = _world.Time.Now,
        });
        var show = new ShowPeople(_world.People, _world.Links, _world.Groups, _world.Reader, _world.Sessions, _world.Time);

        var details = await show.FindAsync(_world.Acme, id, Ct);

        Assert.NotNull(details);
        Assert.Equal("s-1", details.Identities.Single().Subject);
        Assert.Equal("admins", details.Groups.Single().Name);
        Assert.Contains(details.Access.Roles, role => role.Role.Name == BuiltInRoles.Admin);
        Assert.Single(details.Sessions);
        Assert.Null(await show.FindAsync(_world.Other, id, Ct));
        Assert.Single(await show.SearchAsync(_world.Acme.Id, "admin", null, 10_000, Ct));
        Assert.Empty(await show.SearchAsync(_world.Acme.Id, "admin\0", null, 10, Ct));
        Assert.Empty(await show.SearchAsync(_world.Acme.Id, new string('a', 300), null, 10, Ct));
    }
}
