using Keyline.Identity.Changes;
using Keyline.Identity.Federation;
using Keyline.Identity.Groups;
using Keyline.Identity.People;
using Keyline.Identity.Roles;
using Keyline.Identity.Roles.Protection;
using Keyline.Testing.Identity;

namespace Keyline.Identity.Tests.Roles;

public class MappingTests
{
    private readonly AdminWorld _world = new();
    private readonly Connection _connection;

    public MappingTests() => _connection = _world.AddConnection(_world.Acme, "corp");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Actor Root => Actor.CommandLine(_world.Acme, "root");

    private AddMapping Add => new(_world.Roles, new RoleCatalogue(_world.Roles), _world.Groups, _world.Recorder);

    private RemoveMapping Remove => new(_world.Roles, new RoleCatalogue(_world.Roles), _world.Groups, _world.Ways, _world.Recorder);

    private AddGroup Name => new(_world.Groups, _world.Connections, _world.Recorder);

    [Fact]
    public async Task A_group_is_named_in_advance_and_mapped()
    {
        var admin = await _world.AdminAsync(_world.Acme);

        var group = await Name.AddAsync(admin, _connection.Id, " S-1-5-21 ", "Sales", Ct);
        Assert.True(group.Ok);
        var site = SiteId.New();
        var mapped = await Add.AddAsync(admin, group.Value.Id, BuiltInRoles.Supervisor, site, Ct);

        Assert.Equal("S-1-5-21", group.Value.Key);
        Assert.Equal(site, mapped.Value?.SiteId);
        Assert.Equal(["group.add", "mapping.add"], _world.Journal.Entries.Select(entry => entry.Action));
        Assert.True((await Remove.RemoveAsync(admin, mapped.Value!.Id, Ct)).Ok);
        Assert.DoesNotContain(mapped.Value, _world.Roles.Mappings);
    }

    [Fact]
    public async Task Refuses_bad_groups()
    {
        var foreign = _world.AddConnection(_world.Other, "corp");
        await Name.AddAsync(Root, _connection.Id, "k", "n", Ct);

        Assert.Equal(RoleFaultCode.BadText, (await Name.AddAsync(Root, _connection.Id, "", "n", Ct)).Fault?.Code);
        Assert.Equal(RoleFaultCode.BadText, (await Name.AddAsync(Root, _connection.Id, "k2", "\0", Ct)).Fault?.Code);
        Assert.Equal(RoleFaultCode.UnknownConnection, (await Name.AddAsync(Root, foreign.Id, "k", "n", Ct)).Fault?.Code);
        Assert.Equal(RoleFaultCode.GroupExists, (await Name.AddAsync(Root, _connection.Id, "k", "n", Ct)).Fault?.Code);
    }

    [Fact]
    public async Task Refuses_bad_mappings()
    {
        var group = _world.AddGroup(_connection, "sales");
        var foreign = _world.AddGroup(_world.AddConnection(_world.Other, "corp"), "sales");
        await Add.AddAsync(Root, group.Id, BuiltInRoles.Agent, null, Ct);

        Assert.Equal(RoleFaultCode.UnknownRole, (await Add.AddAsync(Root, group.Id, new string('x', 5000), null, Ct)).Fault?.Code);
        Assert.Equal(RoleFaultCode.UnknownRole, (await Add.AddAsync(Root, group.Id, BuiltInRoles.Operator, null, Ct)).Fault?.Code);
        Assert.Equal(RoleFaultCode.NotPerSite, (await Add.AddAsync(Root, group.Id, BuiltInRoles.Admin, SiteId.New(), Ct)).Fault?.Code);
        Assert.Equal(RoleFaultCode.UnknownGroup, (await Add.AddAsync(Root, foreign.Id, BuiltInRoles.Agent, null, Ct)).Fault?.Code);
        Assert.Equal(RoleFaultCode.AlreadyMapped, (await Add.AddAsync(Root, group.Id, BuiltInRoles.Agent, null, Ct)).Fault?.Code);
        Assert.Equal(RoleFaultCode.NotFound, (await Remove.RemoveAsync(Root, MappingId.New(), Ct)).Fault?.Code);
        Assert.Equal(RoleFaultCode.NotFound,
            (await Remove.RemoveAsync(Actor.CommandLine(_world.Other, "x"), _world.Roles.Mappings[0].Id, Ct)).Fault?.Code);
    }

    [Fact]
    public async Task Refuses_more_mappings_than_a_tenant_may_have()
    {
        var group = _world.AddGroup(_connection, "sales");
        for (var i = 0; i < AddMapping.MaxPerTenant; i++)
        {
            _world.AddMapping(group, "x" + i);
        }

        Assert.Equal(RoleFaultCode.TooMany, (await Add.AddAsync(Root, group.Id, BuiltInRoles.Agent, null, Ct)).Fault?.Code);
    }

    [Fact]
    public async Task Who_may_grant_can_not_grant_or_take_what_they_lack()
    {
        _world.Roles.Custom.Add(new CustomRole
        {
            TenantId = _world.Acme.Id,
            Name = "helper",
            Description = "d",
            Permissions = [Permissions.RolesGrant, Permissions.PortalUse],
        });
        var helper = _world.AddPerson(_world.Acme, "helper");
        _world.AddMapping(_world.AddGroup(_connection, "helpers", helper), "helper");
        var actor = await _world.ActorAsync(_world.Acme, helper);
        var group = _world.AddGroup(_connection, "sales");
        var admins = _world.AddMapping(group, BuiltInRoles.Admin);

        Assert.Equal(RoleFaultCode.BeyondOwn, (await Add.AddAsync(actor, group.Id, BuiltInRoles.Supervisor, null, Ct)).Fault?.Code);
        Assert.Equal(RoleFaultCode.BeyondOwn, (await Remove.RemoveAsync(actor, admins.Id, Ct)).Fault?.Code);
        Assert.True((await Add.AddAsync(actor, group.Id, BuiltInRoles.User, null, Ct)).Ok);
    }

    [Fact]
    public async Task I8_The_last_mapping_to_an_administrators_role_stays()
    {
        var admin = await _world.AdminAsync(_world.Acme);
        var last = _world.Roles.Mappings.Single();

        Assert.Equal(RoleFaultCode.LocksOut, (await Remove.RemoveAsync(admin, last.Id, Ct)).Fault?.Code);

        // A group that nobody is in, or whose connection is off, is no way in.
        _world.AddMapping(_world.AddGroup(_connection, "empty"), BuiltInRoles.Admin);
        Assert.Equal(RoleFaultCode.LocksOut, (await Remove.RemoveAsync(admin, last.Id, Ct)).Fault?.Code);
        var off = _world.AddConnection(_world.Acme, "off");
        _world.Connections.All[_world.Connections.All.IndexOf(off)] = off with { Enabled = false };
        _world.AddMapping(_world.AddGroup(off, "admins", _world.AddPerson(_world.Acme, "ann")), BuiltInRoles.Admin);
        Assert.Equal(RoleFaultCode.LocksOut, (await Remove.RemoveAsync(admin, last.Id, Ct)).Fault?.Code);

        _world.AddMapping(_world.AddGroup(_connection, "more", _world.AddPerson(_world.Acme, "bob")), BuiltInRoles.Admin);
        Assert.True((await Remove.RemoveAsync(admin, last.Id, Ct)).Ok);
    }

    [Fact]
    public async Task I5_A_grant_by_hand_is_no_way_in()
    {
        var admin = await _world.AdminAsync(_world.Acme);
        var person = _world.AddPerson(_world.Acme, "bob");
        var grant = new GrantRole(_world.Roles, new RoleCatalogue(_world.Roles), _world.People, _world.Recorder);
        Assert.True((await grant.GrantAsync(admin, person.Id, new GrantDraft(BuiltInRoles.Admin, null, "holiday", _world.Time.Now.AddDays(9)), Ct)).Ok);

        Assert.Equal(RoleFaultCode.LocksOut, (await Remove.RemoveAsync(admin, _world.Roles.Mappings.Single().Id, Ct)).Fault?.Code);
    }

    [Fact]
    public async Task A_tenant_without_a_way_in_can_still_be_changed()
    {
        var mapping = _world.AddMapping(_world.AddGroup(_connection, "empty"), BuiltInRoles.Admin);

        Assert.True((await Remove.RemoveAsync(Root, mapping.Id, Ct)).Ok);
    }

    [Fact]
    public async Task Switching_off_the_only_connection_or_person_would_close_the_way()
    {
        var admin = await _world.AdminAsync(_world.Acme);
        var connection = _world.Connections.All[^1];

        Assert.True(await _world.Ways.WouldCloseAsync(_world.Acme, new WayChange.NoConnection(connection.Id), Ct));
        Assert.False(await _world.Ways.WouldCloseAsync(_world.Acme, new WayChange.NoConnection(_connection.Id), Ct));
        Assert.True(await _world.Ways.WouldCloseAsync(_world.Acme, new WayChange.NoPerson(admin.PersonId!.Value), Ct));
        var account = _world.AddPerson(_world.Acme, "break-glass", PersonKind.BreakGlass);
        Assert.False(await _world.Ways.WouldCloseAsync(_world.Acme, new WayChange.NoConnection(connection.Id), Ct));
        Assert.False(await _world.Ways.WouldCloseAsync(_world.Acme, new WayChange.NoPerson(account.Id), Ct));
    }

    [Fact]
    public async Task I8_a_break_glass_account_that_nobody_has_set_up_is_no_way_in()
    {
        await _world.AdminAsync(_world.Acme);
        var connection = _world.Connections.All[^1];
        var account = _world.AddPerson(_world.Acme, "break-glass", PersonKind.BreakGlass);
        _world.BreakGlass.NotSetUp.Add(account.Id);

        Assert.True(await _world.Ways.WouldCloseAsync(_world.Acme, new WayChange.NoConnection(connection.Id), Ct));
    }
}
