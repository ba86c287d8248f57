using Keyline.Identity.Changes;
using Keyline.Identity.People;
using Keyline.Identity.Roles;
using Keyline.Journal;
using Keyline.Testing.Identity;

namespace Keyline.Identity.Tests.Roles;

public class RoleTests
{
    private static readonly RoleDraft _draft = new("Exports recordings", [Permissions.RecordingsExport, Permissions.PortalUse], PerSite: true);

    private readonly AdminWorld _world = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Actor Root => Actor.CommandLine(_world.Acme, "root");

    private CreateRole Create => new(_world.Roles, new RoleCatalogue(_world.Roles), _world.Recorder);

    private ChangeRole Change => new(_world.Roles, _world.Ways, _world.Recorder);

    [Fact]
    public async Task Makes_changes_and_deletes_a_role()
    {
        var admin = await _world.AdminAsync(_world.Acme);

        var made = await Create.CreateAsync(admin, "exporter", _draft, Ct);
        var changed = await Change.ChangeAsync(admin, "exporter", _draft with { Permissions = [Permissions.RecordingsListen] }, Ct);
        var deleted = await Change.DeleteAsync(admin, "exporter", Ct);

        Assert.Equal([Permissions.PortalUse, Permissions.RecordingsExport], made.Value?.Permissions);
        Assert.Equal([Permissions.RecordingsListen], changed.Value?.Permissions);
        Assert.True(deleted.Ok);
        Assert.Equal(["role.create", "role.change", "role.delete"], _world.Journal.Entries.Select(entry => entry.Action));
        Assert.All(_world.Journal.Changes, change => Assert.Equal(ChangeKinds.Access, change.Kind));
    }

    [Theory]
    [InlineData("", RoleFaultCode.BadName)]
    [InlineData("Exporter", RoleFaultCode.BadName)]
    [InlineData("ex porter", RoleFaultCode.BadName)]
    [InlineData("-x", RoleFaultCode.BadName)]
    [InlineData("admin", RoleFaultCode.BuiltIn)]
    [InlineData("operator", RoleFaultCode.BuiltIn)]
    public async Task Refuses_bad_names(string name, RoleFaultCode code) =>
        Assert.Equal(code, (await Create.CreateAsync(Root, name, _draft, Ct)).Fault?.Code);

    [Fact]
    public async Task Refuses_bad_drafts()
    {
        Assert.Equal(RoleFaultCode.BadText, (await Create.CreateAsync(Root, "x", _draft with { Description = "a\nb" }, Ct)).Fault?.Code);
        Assert.Equal(RoleFaultCode.UnknownPermission, (await Create.CreateAsync(Root, "x", _draft with { Permissions = ["all"] }, Ct)).Fault?.Code);
        Assert.Equal(RoleFaultCode.OperatorPermission,
            (await Create.CreateAsync(Root, "x", _draft with { Permissions = [Permissions.TenantsManage] }, Ct)).Fault?.Code);
        await Create.CreateAsync(Root, "x", _draft, Ct);
        Assert.Equal(RoleFaultCode.RoleExists, (await Create.CreateAsync(Root, "x", _draft, Ct)).Fault?.Code);
        Assert.Equal(RoleFaultCode.UnknownRole, (await Change.ChangeAsync(Root, "y", _draft, Ct)).Fault?.Code);
        Assert.Equal(RoleFaultCode.BuiltIn, (await Change.ChangeAsync(Root, "auditor", _draft, Ct)).Fault?.Code);
        Assert.Equal(RoleFaultCode.BuiltIn, (await Change.DeleteAsync(Root, "auditor", Ct)).Fault?.Code);
    }

    [Fact]
    public async Task Refuses_more_roles_than_a_tenant_may_have()
    {
        for (var i = 0; i < CreateRole.MaxPerTenant; i++)
        {
            _world.Roles.Custom.Add(new CustomRole { TenantId = _world.Acme.Id, Name = $"r{i}", Description = "d", Permissions = [] });
        }

        Assert.Equal(RoleFaultCode.TooMany, (await Create.CreateAsync(Root, "one-more", _draft, Ct)).Fault?.Code);
    }

    [Fact]
    public async Task Nobody_shapes_a_role_beyond_their_own_rights()
    {
        var helper = await HelperAsync();
        await Create.CreateAsync(Root, "exporter", _draft, Ct);

        Assert.Equal(RoleFaultCode.BeyondOwn, (await Create.CreateAsync(helper, "mine", _draft, Ct)).Fault?.Code);
        Assert.Equal(RoleFaultCode.BeyondOwn, (await Change.ChangeAsync(helper, "exporter", _draft with { Permissions = [] }, Ct)).Fault?.Code);
        Assert.Equal(RoleFaultCode.BeyondOwn, (await Change.DeleteAsync(helper, "exporter", Ct)).Fault?.Code);
        Assert.Equal(3, _world.Journal.Entries.Count(entry => entry.Outcome == AuditOutcome.Denied));
        Assert.True((await Create.CreateAsync(helper, "mine", _draft with { Permissions = [Permissions.RolesRead] }, Ct)).Ok);
    }

    [Fact]
    public async Task A_role_that_is_held_stays()
    {
        await Create.CreateAsync(Root, "exporter", _draft, Ct);
        var group = _world.AddGroup(_world.AddConnection(_world.Acme, "corp"), "all");
        _world.AddMapping(group, "exporter", SiteId.New());

        Assert.Equal(RoleFaultCode.RoleInUse, (await Change.DeleteAsync(Root, "exporter", Ct)).Fault?.Code);
        Assert.Equal(RoleFaultCode.RoleInUse, (await Change.ChangeAsync(Root, "exporter", _draft with { PerSite = false }, Ct)).Fault?.Code);
    }

    [Fact]
    public async Task I8_A_role_does_not_lose_what_the_last_administrator_lives_on()
    {
        await Create.CreateAsync(Root, "chief", new RoleDraft("Chief", [Permissions.RolesGrant, Permissions.PeopleManage], false), Ct);
        var chief = _world.AddPerson(_world.Acme, "chief");
        _world.AddMapping(_world.AddGroup(_world.AddConnection(_world.Acme, "corp"), "chiefs", chief), "chief");
        var draft = new RoleDraft("Chief", [Permissions.PeopleManage], false);

        Assert.Equal(RoleFaultCode.LocksOut, (await Change.ChangeAsync(Root, "chief", draft, Ct)).Fault?.Code);
        _world.AddPerson(_world.Acme, "break-glass", PersonKind.BreakGlass);
        Assert.True((await Change.ChangeAsync(Root, "chief", draft, Ct)).Ok);
    }

    [Fact]
    public async Task Two_changes_at_once_do_not_both_happen()
    {
        await Create.CreateAsync(Root, "exporter", _draft, Ct);
        _world.Journal.BeforeCommit = _world.Roles.Custom.Clear;

        Assert.Equal(RoleFaultCode.Conflict, (await Change.ChangeAsync(Root, "exporter", _draft, Ct)).Fault?.Code);
    }

    private async Task<Actor> HelperAsync()
    {
        await Create.CreateAsync(Root, "helper", new RoleDraft("Helps", [Permissions.RolesGrant, Permissions.RolesRead], false), Ct);
        var helper = _world.AddPerson(_world.Acme, "helper");
        _world.AddMapping(_world.AddGroup(_world.AddConnection(_world.Acme, "help"), "helpers", helper), "helper");
        return await _world.ActorAsync(_world.Acme, helper);
    }
}
