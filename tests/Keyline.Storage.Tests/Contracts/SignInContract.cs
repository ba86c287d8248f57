using Keyline.Checks;
using Keyline.Identity.Federation;
using Keyline.Identity.People;
using Keyline.Identity.SignIn;
using Keyline.Identity.SignIn.Invitations;
using Keyline.Identity.SignIn.Testing;
using Keyline.Identity.SignIn.Traces;
using Keyline.Secrets;

namespace Keyline.Storage.Tests.Contracts;

/// <summary>What surrounds a sign-in: traces, results of tests, invitations, attributes that came.</summary>
public abstract class SignInContract(StorageFixture storage) : StorageContract(storage)
{
    private readonly ConnectionId _connection = ConnectionId.New();

    [Fact]
    public async Task Reads_a_trace_by_its_reference_in_its_tenant_only()
    {
        var trace = NewTrace("ABCDE-FGHJK", Now);
        await CommitAsync<ITraceStore>(store => store.Add(trace));

        Assert.Equivalent(trace, await AskAsync<ITraceStore, SignInTrace?>(store => store.FindAsync(Mine, trace.Reference, Ct)), strict: true);
        Assert.Null(await AskAsync<ITraceStore, SignInTrace?>(store => store.FindAsync(TenantId.New(), trace.Reference, Ct)));
    }

    [Fact]
    public async Task Lists_traces_newest_first_of_a_connection_before_an_instant()
    {
        var other = ConnectionId.New();
        await CommitAsync<ITraceStore>(store =>
        {
            store.Add(NewTrace("AAAAA-AAAAA", Now.AddMinutes(-3)));
            store.Add(NewTrace("BBBBB-BBBBB", Now.AddMinutes(-2)));
            store.Add(NewTrace("CCCCC-CCCCC", Now.AddMinutes(-1)) with { ConnectionId = other });
        });

        Assert.Equal(["CCCCC-CCCCC", "BBBBB-BBBBB", "AAAAA-AAAAA"], await ListAsync(null, null));
        Assert.Equal(["BBBBB-BBBBB", "AAAAA-AAAAA"], await ListAsync(_connection, null));
        Assert.Equal(["AAAAA-AAAAA"], await ListAsync(null, Now.AddMinutes(-2)));
    }

    [Fact]
    public async Task Removes_old_traces()
    {
        await CommitAsync<ITraceStore>(store => store.Add(NewTrace("ZZZZZ-ZZZZZ", DateTimeOffset.UnixEpoch.AddDays(1))));

        await AskAsync<ITraceStore, int>(store => store.RemoveOlderAsync(DateTimeOffset.UnixEpoch.AddDays(2), Ct));

        Assert.Null(await AskAsync<ITraceStore, SignInTrace?>(store => store.FindAsync(Mine, "ZZZZZ-ZZZZZ", Ct)));
    }

    [Fact]
    public async Task Keeps_a_tests_result_until_it_expires()
    {
        var result = new StoredTestResult
        {
            Id = TransactionId.New(),
            TenantId = Mine,
            ConnectionId = _connection,
            BrowserHash = [1, 2, 3],
            SealedResult = new string('x', 5000),
            ExpiresAt = Now.AddMinutes(5),
        };
        await CommitAsync<ITestResultStore>(store => store.Add(result));

        Assert.Equivalent(result, await FindResultAsync(Mine, result.Id, Now), strict: true);
        Assert.Null(await FindResultAsync(Mine, result.Id, Now.AddMinutes(5)));
        Assert.Null(await FindResultAsync(TenantId.New(), result.Id, Now));
        await AskAsync<ITestResultStore, int>(store => store.RemoveExpiredAsync(Now.AddHours(1), Ct));
        Assert.Null(await FindResultAsync(Mine, result.Id, Now));
    }

    [Fact]
    public async Task Of_twenty_who_spend_an_invitation_at_once_exactly_one_wins()
    {
        var invitation = NewInvitation();
        await CommitAsync<IInvitationStore>(store => store.Add(invitation));
        Assert.Equivalent(invitation, await AskAsync<IInvitationStore, Invitation?>(store => store.FindAsync(Mine, invitation.TokenHash, Ct)), strict: true);

        var wins = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => SpendAsync(invitation, Now)));

        Assert.Single(wins, won => won);
    }

    [Fact]
    public async Task An_invitation_can_not_be_spent_late_or_at_another_tenant()
    {
        var invitation = NewInvitation();
        await CommitAsync<IInvitationStore>(store => store.Add(invitation));

        Assert.False(await SpendAsync(invitation, invitation.ExpiresAt));
        Assert.False(await AskAsync<IInvitationStore, bool>(store => store.SpendAsync(TenantId.New(), invitation.Id, Now, Ct)));
        Assert.True(await SpendAsync(invitation, Now));
    }

    [Fact]
    public async Task Remembers_an_attribute_once_with_its_first_sample()
    {
        await AddSeenAsync("mail", "first");
        await AddSeenAsync("mail", "second");
        await AddSeenAsync("groups", "g");

        var seen = await AskAsync<ISeenAttributeStore, IReadOnlyList<SeenAttribute>>(store => store.ListAsync(Mine, _connection, Ct));

        Assert.Equal([("groups", "g"), ("mail", "first")], seen.Select(attribute => (attribute.Name, attribute.Sample)));
    }

    private SignInTrace NewTrace(string reference, DateTimeOffset at) => new()
    {
        Reference = reference,
        TenantId = Mine,
        ConnectionId = _connection,
        At = at,
        Purpose = SignInPurpose.SignIn,
        Code = SignInFaultCode.ResponseRefused,
        ProtocolCode = "saml.WrongAudience",
        Detail = "expected this; came that",
        Checks = [new Check("Audience", CheckVerdict.Failed, "this", "that")],
        Address = "192.0.2.7",
        Client = "Firefox",
        Refused = true,
    };

    private Invitation NewInvitation() => new()
    {
        Id = Guid.CreateVersion7(),
        TenantId = Mine,
        PersonId = PersonId.New(),
        ConnectionId = _connection,
        TokenHash = BearerSecret.Hash(BearerSecret.New()),
        CreatedBy = "admin",
        CreatedAt = Now,
        ExpiresAt = Now.AddDays(1),
    };

    private Task<bool> SpendAsync(Invitation invitation, DateTimeOffset now) =>
        AskAsync<IInvitationStore, bool>(store => store.SpendAsync(Mine, invitation.Id, now, Ct));

    private Task<StoredTestResult?> FindResultAsync(TenantId tenant, TransactionId id, DateTimeOffset now) =>
        AskAsync<ITestResultStore, StoredTestResult?>(store => store.FindAsync(tenant, id, now, Ct));

    private async Task<IEnumerable<string>> ListAsync(ConnectionId? connection, DateTimeOffset? before) =>
        (await AskAsync<ITraceStore, IReadOnlyList<SignInTrace>>(store => store.ListAsync(Mine, connection, before, 10, Ct))).Select(trace => trace.Reference);

    private Task<bool> AddSeenAsync(string name, string sample) => AskAsync<ISeenAttributeStore, bool>(async store =>
    {
        await store.AddAsync([new SeenAttribute { TenantId = Mine, ConnectionId = _connection, Name = name, Sample = sample, SeenAt = Now }], Ct);
        return true;
    });
}
