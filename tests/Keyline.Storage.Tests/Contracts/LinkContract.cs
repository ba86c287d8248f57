using Keyline.Identity.Federation;
using Keyline.Identity.People;

namespace Keyline.Storage.Tests.Contracts;

/// <summary>I4: a person is known by (connection, immutable subject).</summary>
public abstract class LinkContract(StorageFixture storage) : StorageContract(storage)
{
    private readonly ConnectionId _connection = ConnectionId.New();

    [Fact]
    public async Task Finds_an_identity_by_connection_and_subject()
    {
        var identity = NewIdentity("s-1");
        await AddAsync(identity);

        Assert.Equal(identity, await FindAsync(_connection, "s-1"));
        Assert.Null(await FindAsync(ConnectionId.New(), "s-1"));
    }

    [Fact]
    public async Task Counts_the_identities_of_one_connection_of_one_tenant()
    {
        var identity = NewIdentity("s-counted");
        await AddAsync(identity);

        Assert.Equal(1, await AskAsync((IIdentityLinks links) => links.CountAsync(identity.TenantId, _connection, Ct)));
        Assert.Equal(0, await AskAsync((IIdentityLinks links) => links.CountAsync(TenantId.New(), _connection, Ct)));
    }

    [Theory]
    [InlineData("Anna")]
    [InlineData("anna ")]
    [InlineData(" anna")]
    [InlineData("ａnna")]
    [InlineData("anna\0")]
    [InlineData("")]
    public async Task I4_only_the_very_same_subject_is_the_same_person(string other)
    {
        await AddAsync(NewIdentity("anna"));

        Assert.Null(await FindAsync(_connection, other));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0xD800)]
    public async Task I4_a_subject_that_no_database_keeps_unchanged_is_nobodys(int character)
    {
        var subject = "x" + (char)character;
        await TryCommitAsync((IIdentityLinks links) => links.Add(NewIdentity(subject)));

        Assert.Null(await FindAsync(_connection, subject));
    }

    [Fact]
    public async Task A_subject_is_linked_to_one_person()
    {
        await AddAsync(NewIdentity("once"));

        Assert.False(await TryCommitAsync((IIdentityLinks links) => links.Add(NewIdentity("once"))));
    }

    [Fact]
    public async Task Lists_and_removes_the_identities_of_a_person()
    {
        var first = NewIdentity("a");
        var second = NewIdentity("b") with { PersonId = first.PersonId, LinkedAt = Now.AddDays(1) };
        await AddAsync(second);
        await AddAsync(first);

        Assert.Equal([first, second], await ListAsync(first.PersonId));
        await CommitAsync((IIdentityLinks links) => links.Remove(first));
        Assert.Equal([second], await ListAsync(first.PersonId));
    }

    private PersonIdentity NewIdentity(string subject) => new()
    {
        TenantId = Mine,
        ConnectionId = _connection,
        Subject = subject,
        PersonId = PersonId.New(),
        LinkedAt = Now,
    };

    private Task AddAsync(PersonIdentity identity) => CommitAsync((IIdentityLinks links) => links.Add(identity));

    private Task<PersonIdentity?> FindAsync(ConnectionId connection, string subject) =>
        AskAsync((IIdentityLinks links) => links.FindAsync(connection, subject, Ct));

    private Task<IReadOnlyList<PersonIdentity>> ListAsync(PersonId person) =>
        AskAsync((IIdentityLinks links) => links.ListAsync(person, Ct));
}
