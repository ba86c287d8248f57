using Keyline.Identity.Changes;
using Keyline.Identity.People;
using Keyline.Identity.Roles;
using Keyline.Journal;
using Keyline.Testing.Identity;

namespace Keyline.Identity.Tests.Roles;

public class GrantTests
{
    private readonly AdminWorld _world = new();
    private readonly Person _bob;

    public GrantTests() => _bob = _world.AddPerson(_world.Acme, "bob");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Actor Root => Actor.CommandLine(_world.Acme, "root");

    private GrantDraft Draft => new(BuiltInRoles.Supervisor, null, "Covers for Ann", _world.Time.Now.AddDays(30));

    private GrantRole Grant => new(_world.Roles, new RoleCatalogue(_world.Roles), _world.People, _world.Recorder);

    private RevokeGrant Revoke => new(_world.Roles, new RoleCatalogue(_world.Roles), _world.People, _world.Recorder);

    [Fact]
    public async Task I5_A_grant_is_drift_that_ends()
    {
        Assert.True((await Grant.GrantAsync(Root, _bob.Id, Draft, Ct)).Ok);
        var drift = new ListDrift(_world.Roles, _world.People, _world.Time);

        Assert.Equal(_bob.Id, Assert.Single(await drift.ListAsync(_world.Acme.Id, Ct)).Person.Id);
        Assert.Empty(await drift.ListAsync(_world.Other.Id, Ct));
        Assert.Equal(ChangeKinds.PersonAccess, _world.Journal.Changes.Single().Kind);
        _world.Time.Now += TimeSpan.FromDays(31);
        Assert.Empty(await drift.ListAsync(_world.Acme.Id, Ct));
    }

    [Fact]
    public async Task Refuses_bad_grants()
    {
        var glass = _world.AddPerson(_world.Acme, "glass", PersonKind.BreakGlass);

        Assert.Equal(RoleFaultCode.BadText, await RefusalAsync(Draft with { Reason = " " }));
        Assert.Equal(RoleFaultCode.BadExpiry, await RefusalAsync(Draft with { ExpiresAt = _world.Time.Now }));
        Assert.Equal(RoleFaultCode.BadExpiry, await RefusalAsync(Draft with { ExpiresAt = _world.Time.Now.AddDays(91) }));
        Assert.Equal(RoleFaultCode.UnknownRole, await RefusalAsync(Draft with { Role = "chief" }));
        Assert.Equal(RoleFaultCode.NotPerSite, await RefusalAsync(Draft with { Role = BuiltInRoles.Auditor, SiteId = SiteId.New() }));
        Assert.Equal(RoleFaultCode.UnknownPerson, (await Grant.GrantAsync(Root, PersonId.New(), Draft, Ct)).Fault?.Code);
        Assert.Equal(RoleFaultCode.UnknownPerson, (await Grant.GrantAsync(Root, glass.Id, Draft, Ct)).Fault?.Code);
        Assert.Equal(RoleFaultCode.UnknownPerson, (await Grant.GrantAsync(Actor.CommandLine(_world.Other, "x"), _bob.Id, Draft, Ct)).Fault?.Code);
    }

    [Fact]
    public async Task Refuses_more_grants_than_a_person_may_have()
    {
        for (var i = 0; i < GrantRole.MaxPerPerson; i++)
        {
            await Grant.GrantAsync(Root, _bob.Id, Draft, Ct);
        }

        Assert.Equal(RoleFaultCode.TooMany, await RefusalAsync(Draft));
    }

    [Fact]
    public async Task Nobody_gives_themselves_or_others_what_they_lack()
    {
        _world.Roles.Custom.Add(new CustomRole { TenantId = _world.Acme.Id, Name = "helper", Description = "d", Permissions = [Permissions.RolesGrant] });
        _world.AddMapping(_world.AddGroup(_world.AddConnection(_world.Acme, "corp"), "helpers", _bob), "helper");
        var helper = await _world.ActorAsync(_world.Acme, _bob);
        var theirs = await Grant.GrantAsync(Root, _bob.Id, Draft with { Role = BuiltInRoles.Auditor }, Ct);

        Assert.Equal(RoleFaultCode.BeyondOwn, (await Grant.GrantAsync(helper, _bob.Id, Draft with { Role = BuiltInRoles.Admin }, Ct)).Fault?.Code);
        Assert.Equal(RoleFaultCode.BeyondOwn, (await Revoke.RevokeAsync(helper, theirs.Value!.Id, Ct)).Fault?.Code);
        Assert.Equal(AuditOutcome.Denied, _world.Journal.Entries[^1].Outcome);
    }

    [Fact]
    public async Task A_grant_is_taken_back_in_its_tenant_only()
    {
        var given = await Grant.GrantAsync(Root, _bob.Id, Draft, Ct);

        Assert.Equal(RoleFaultCode.NotFound, (await Revoke.RevokeAsync(Actor.CommandLine(_world.Other, "x"), given.Value!.Id, Ct)).Fault?.Code);
        Assert.True((await Revoke.RevokeAsync(Root, given.Value.Id, Ct)).Ok);
        Assert.Empty(_world.Roles.Grants);
    }

    [Fact]
    public async Task Every_reason_for_a_role_is_told()
    {
        _world.AddMapping(_world.AddGroup(_world.AddConnection(_world.Acme, "corp"), "Leads", _bob), BuiltInRoles.Supervisor);
        await Grant.GrantAsync(Root, _bob.Id, Draft, Ct);
        var why = new WhyRoles(_world.Reader);

        var roles = await why.ExplainAsync(_world.Acme, _bob.Id, Ct);

        Assert.NotNull(roles);
        var reasons = roles.Single(role => role.Role.Name == BuiltInRoles.Supervisor).Reasons.Select(WhyRoles.Say).ToList();
        Assert.Equal(2, reasons.Count);
        Assert.Contains(reasons, reason => reason.Contains("'Leads'", StringComparison.Ordinal));
        Assert.Contains(reasons, reason => reason.Contains("Covers for Ann", StringComparison.Ordinal));
        Assert.Contains("everybody", WhyRoles.Say(roles.Single(role => role.Role.Name == BuiltInRoles.User).Reasons[0]), StringComparison.Ordinal);
        Assert.Null(await why.ExplainAsync(_world.Other, _bob.Id, Ct));
        var glass = _world.AddPerson(_world.Acme, "glass", PersonKind.BreakGlass);
        var ofGlass = await why.ExplainAsync(_world.Acme, glass.Id, Ct);
        Assert.Contains("break-glass", WhyRoles.Say(ofGlass!.Single(role => role.Role.Name == BuiltInRoles.Admin).Reasons[0]), StringComparison.Ordinal);
    }

    private async Task<RoleFaultCode?> RefusalAsync(GrantDraft draft) => (await Grant.GrantAsync(Root, _bob.Id, draft, Ct)).Fault?.Code;
}
