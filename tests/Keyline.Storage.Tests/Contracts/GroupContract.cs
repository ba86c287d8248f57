using Keyline.Identity;
using Keyline.Identity.Federation;
using Keyline.Identity.Groups;
using Keyline.Identity.People;
using Microsoft.Extensions.DependencyInjection;

namespace Keyline.Storage.Tests.Contracts;

public abstract class GroupContract(StorageFixture storage) : StorageContract(storage)
{
    private readonly ConnectionId _connection = ConnectionId.New();

    [Fact]
    public async Task Finds_groups_by_their_keys_at_their_connection_only()
    {
        var sales = await AddAsync("CN=Sales,DC=acme", "Sales");
        var staff = await AddAsync("CN=Staff,DC=acme", "Staff");

        var found = await AskAsync((IGroupStore groups) => groups.FindByKeysAsync(_connection, [sales.Key, staff.Key, "none"], Ct));
        Assert.Equal([sales, staff], found.OrderBy(group => group.Id));
        Assert.Empty(await AskAsync((IGroupStore groups) => groups.FindByKeysAsync(ConnectionId.New(), [sales.Key], Ct)));
        Assert.Empty(await AskAsync((IGroupStore groups) => groups.FindByKeysAsync(_connection, [], Ct)));
        Assert.Equal(sales, await AskAsync((IGroupStore groups) => groups.FindAsync(Mine, sales.Id, Ct)));
        Assert.Null(await AskAsync((IGroupStore groups) => groups.FindAsync(TenantId.New(), sales.Id, Ct)));
    }

    [Fact]
    public async Task Finds_forty_thousand_keys_at_once()
    {
        var sales = await AddAsync("39999", "Sales");

        var found = await AskAsync((IGroupStore groups) =>
            groups.FindByKeysAsync(_connection, [.. Enumerable.Range(0, 40_000).Select(number => $"{number}")], Ct));

        Assert.Equal([sales], found);
    }

    [Fact]
    public async Task A_key_is_taken_once_at_a_connection()
    {
        await AddAsync("k", "One");

        Assert.False(await TryCommitAsync((IGroupStore groups) => groups.Add(NewGroup("k", "Two"))));
        Assert.True(await TryCommitAsync((IGroupStore groups) => groups.Add(NewGroup("K", "Another key"))));
    }

    [Fact]
    public async Task Search_finds_groups_by_name_and_key_and_by_the_new_name()
    {
        var group = await AddAsync("object-1", "Vertrieb");
        await CommitAsync((IGroupStore groups) => groups.Update(group with { Name = "Verkauf 100%" }));

        Assert.Single(await AskAsync((IGroupStore groups) => groups.SearchAsync(Mine, "verkauf 100%", null, 10, Ct)));
        Assert.Single(await AskAsync((IGroupStore groups) => groups.SearchAsync(Mine, "OBJECT-1", null, 10, Ct)));
        Assert.Empty(await AskAsync((IGroupStore groups) => groups.SearchAsync(Mine, "vertrieb", null, 10, Ct)));
        Assert.Empty(await AskAsync((IGroupStore groups) => groups.SearchAsync(Mine, "", group.Id, 10, Ct)));
    }

    [Fact]
    public async Task Members_come_and_go()
    {
        var group = await AddAsync("g", "Group");
        var people = Enumerable.Range(0, 5).Select(_ => PersonId.New()).ToList();
        await CommitAsync((IGroupStore groups) => people.ForEach(person => groups.AddMember(Mine, group.Id, person, Now)));

        var first = await MembersAsync(group, null, 3);
        Assert.Equal(people.Order(), first.Concat(await MembersAsync(group, first[^1], 3)));
        Assert.Equal([group], await AskAsync((IGroupStore groups) => groups.ListOfPersonAsync(Mine, people[0], Ct)));
        Assert.Empty(await AskAsync((IGroupStore groups) => groups.ListOfPersonAsync(TenantId.New(), people[0], Ct)));

        await CommitAsync((IGroupStore groups) => groups.RemoveMember(Mine, group.Id, people[0]));
        Assert.Empty(await AskAsync((IGroupStore groups) => groups.ListOfPersonAsync(Mine, people[0], Ct)));
        Assert.Equal(4, (await MembersAsync(group, null, 10)).Count);
    }

    [Fact]
    public async Task A_member_whom_another_node_has_removed_already_is_no_conflict()
    {
        var group = await AddAsync("gone", "Gone");
        var stays = PersonId.New();

        await using var scope = Storage.Services.CreateAsyncScope();
        var groups = scope.ServiceProvider.GetRequiredService<IGroupStore>();
        groups.RemoveMember(Mine, group.Id, PersonId.New());
        groups.AddMember(Mine, group.Id, stays, Now);
        groups.RemoveMember(Mine, group.Id, PersonId.New());
        await scope.ServiceProvider.GetRequiredService<IIdentityJournal>().CommitAsync(Ct);

        Assert.Equal([stays], await MembersAsync(group, null, 10));
    }

    [Fact]
    public async Task A_member_can_be_added_and_removed_in_one_unit_of_work()
    {
        var group = await AddAsync("both", "Both");
        var person = PersonId.New();

        await CommitAsync((IGroupStore groups) =>
        {
            groups.AddMember(Mine, group.Id, person, Now);
            groups.RemoveMember(Mine, group.Id, person);
        });
        Assert.Empty(await MembersAsync(group, null, 10));

        await CommitAsync((IGroupStore groups) => groups.AddMember(Mine, group.Id, person, Now));
        await CommitAsync((IGroupStore groups) =>
        {
            groups.RemoveMember(Mine, group.Id, person);
            groups.AddMember(Mine, group.Id, person, Now);
        });
        Assert.Equal([person], await MembersAsync(group, null, 10));
    }

    private Group NewGroup(string key, string name) => new()
    {
        Id = GroupId.New(),
        TenantId = Mine,
        ConnectionId = _connection,
        Key = key,
        Name = name,
        CreatedAt = Now,
    };

    private async Task<Group> AddAsync(string key, string name)
    {
        var group = NewGroup(key, name);
        await CommitAsync((IGroupStore groups) => groups.Add(group));
        return group;
    }

    private Task<IReadOnlyList<PersonId>> MembersAsync(Group group, PersonId? after, int limit) =>
        AskAsync((IGroupStore groups) => groups.ListMembersAsync(Mine, group.Id, after, limit, Ct));
}
