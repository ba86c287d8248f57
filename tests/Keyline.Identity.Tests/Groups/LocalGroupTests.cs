using Keyline.Identity.Changes;
using Keyline.Identity.Groups;
using Keyline.Identity.Roles;
using Keyline.Testing.Identity;

namespace Keyline.Identity.Tests.Groups;

public sealed class LocalGroupTests
{
    private readonly AdminWorld _world = new();

    private Actor Actor => Actor.CommandLine(_world.Acme, "tests");

    private AddGroup Add => new(_world.Groups, _world.Connections, _world.Recorder);

    private ChangeMembers Members => new(_world.Groups, _world.People, _world.Recorder);

    [Fact]
    public async Task A_local_group_takes_people_in_and_lets_them_go()
    {
        var group = await LocalAsync();
        var ada = _world.AddPerson(_world.Acme, "ada");

        Assert.True(group.IsLocal);
        Assert.True((await Members.AddAsync(Actor, group.Id, ada.Id, CancellationToken.None)).Ok);
        Assert.True((await Members.AddAsync(Actor, group.Id, ada.Id, CancellationToken.None)).Ok);
        Assert.Single(await _world.Groups.ListOfPersonAsync(_world.Acme.Id, ada.Id, CancellationToken.None));
        Assert.Contains(_world.Journal.Changes, change => change.Kind == ChangeKinds.PersonAccess && change.Subject == ada.Id.ToString());

        Assert.True((await Members.RemoveAsync(Actor, group.Id, ada.Id, CancellationToken.None)).Ok);
        Assert.Empty(await _world.Groups.ListOfPersonAsync(_world.Acme.Id, ada.Id, CancellationToken.None));
        Assert.Equal(["group.add", "group.join", "group.leave"], _world.Journal.Entries.Select(entry => entry.Action));
    }

    [Fact]
    public async Task Who_is_in_an_identity_provider_s_group_is_not_changed_here()
    {
        var group = _world.AddGroup(_world.AddConnection(_world.Acme, "corporate"), "staff");
        var ada = _world.AddPerson(_world.Acme, "ada");

        var added = await Members.AddAsync(Actor, group.Id, ada.Id, CancellationToken.None);

        Assert.False(group.IsLocal);
        Assert.Equal(RoleFaultCode.NotLocal, added.Fault?.Code);
    }

    [Fact]
    public async Task Another_tenant_s_people_and_groups_are_not_there()
    {
        var group = await LocalAsync();
        var stranger = _world.AddPerson(_world.Other, "eve");
        var there = Actor.CommandLine(_world.Other, "tests");

        Assert.Equal(RoleFaultCode.UnknownPerson, (await Members.AddAsync(Actor, group.Id, stranger.Id, CancellationToken.None)).Fault?.Code);
        Assert.Equal(RoleFaultCode.UnknownGroup, (await Members.AddAsync(there, group.Id, stranger.Id, CancellationToken.None)).Fault?.Code);
        Assert.Equal(
            RoleFaultCode.UnknownConnection,
            (await Add.AddAsync(there, Group.LocalTo(_world.Acme.Id), "staff", "Staff", CancellationToken.None)).Fault?.Code);
    }

    private async Task<Group> LocalAsync()
    {
        var added = await Add.AddAsync(Actor, Group.LocalTo(_world.Acme.Id), "staff", "Staff", CancellationToken.None);
        return added.Ok ? added.Value : throw new InvalidOperationException(added.Fault.Detail);
    }
}
