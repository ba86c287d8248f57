using Keyline.Identity.Federation;
using Keyline.Identity.SignIn;
using Keyline.Secrets;
using Microsoft.Extensions.DependencyInjection;

namespace Keyline.Storage.Tests.Contracts;

public abstract class TransactionContract(StorageFixture storage) : StorageContract(storage)
{
    [Fact]
    public async Task Reads_a_transaction_by_its_state_in_its_tenant_only()
    {
        var transaction = NewTransaction();
        await AddAsync(transaction);

        Assert.Equivalent(transaction, await FindAsync(Mine, transaction), strict: true);
        Assert.Null(await FindAsync(TenantId.New(), transaction));
    }

    [Fact]
    public async Task Of_twenty_who_spend_a_transaction_at_once_exactly_one_wins()
    {
        var transaction = NewTransaction();
        await AddAsync(transaction);

        var wins = await AllAtOnceAsync(20, store => store.SpendAsync(transaction.Id, Now, Ct));

        Assert.Equal(1, wins);
        Assert.Equal(Now, (await FindAsync(Mine, transaction))!.SpentAt);
    }

    [Fact]
    public async Task What_has_expired_cannot_be_spent()
    {
        var transaction = NewTransaction();
        await AddAsync(transaction);

        Assert.False(await SpendAsync(transaction.Id, transaction.ExpiresAt));
        Assert.True(await SpendAsync(transaction.Id, transaction.ExpiresAt.AddMilliseconds(-1)));
    }

    [Fact]
    public async Task What_does_not_exist_cannot_be_spent() => Assert.False(await SpendAsync(TransactionId.New(), Now));

    [Fact]
    public async Task Of_twenty_who_bring_the_same_assertion_exactly_one_wins() =>
        Assert.Equal(1, await AllAtOnceAsync(20, store => store.SpendOnceAsync(Mine, "saml-assertion", "_a1", Now.AddHours(1), Ct)));

    [Fact]
    public async Task Only_the_same_value_of_the_same_kind_in_the_same_tenant_is_a_replay()
    {
        Assert.True(await SpendOnceAsync(Mine, "jti", "1"));
        Assert.True(await SpendOnceAsync(Mine, "jti", "2"));
        Assert.True(await SpendOnceAsync(Mine, "nonce", "1"));
        Assert.True(await SpendOnceAsync(TenantId.New(), "jti", "1"));
        Assert.False(await SpendOnceAsync(Mine, "jti", "1"));
    }

    [Fact]
    public async Task What_was_spent_stays_spent_when_the_unit_of_work_is_given_up()
    {
        await using (var scope = Storage.Services.CreateAsyncScope())
        {
            var store = scope.ServiceProvider.GetRequiredService<ITransactionStore>();
            store.Add(NewTransaction());
            Assert.True(await store.SpendOnceAsync(Mine, "jti", "given-up", Now.AddHours(1), Ct));
        }

        Assert.False(await SpendOnceAsync(Mine, "jti", "given-up"));
    }

    [Fact]
    public async Task Clearing_away_takes_what_has_expired_and_nothing_else()
    {
        var old = NewTransaction();
        var young = NewTransaction() with { ExpiresAt = Now.AddHours(2) };
        await AddAsync(old);
        await AddAsync(young);
        await AskAsync((ITransactionStore store) => store.SpendOnceAsync(Mine, "jti", "old", Now.AddMinutes(15), Ct));
        await AskAsync((ITransactionStore store) => store.SpendOnceAsync(Mine, "jti", "young", Now.AddHours(2), Ct));

        await AskAsync((ITransactionStore store) => store.RemoveExpiredAsync(Now.AddHours(1), Ct));

        Assert.Null(await FindAsync(Mine, old));
        Assert.NotNull(await FindAsync(Mine, young));
        Assert.True(await SpendOnceAsync(Mine, "jti", "old"));
        Assert.False(await SpendOnceAsync(Mine, "jti", "young"));
    }

    private SignInTransaction NewTransaction() => new()
    {
        Id = TransactionId.New(),
        TenantId = Mine,
        ConnectionId = ConnectionId.New(),
        Purpose = SignInPurpose.SignIn,
        StateHash = BearerSecret.Hash(BearerSecret.New()),
        BrowserHash = BearerSecret.Hash(BearerSecret.New()),
        RequestId = "_request",
        SealedVerifier = "k1.x.y",
        ReturnPath = "/t/acme/",
        CreatedAt = Now,
        ExpiresAt = Now + SignInTransaction.Lifetime,
    };

    private Task AddAsync(SignInTransaction transaction) => CommitAsync((ITransactionStore store) => store.Add(transaction));

    private Task<SignInTransaction?> FindAsync(TenantId tenant, SignInTransaction transaction) =>
        AskAsync((ITransactionStore store) => store.FindAsync(tenant, transaction.StateHash, Ct));

    private Task<bool> SpendAsync(TransactionId id, DateTimeOffset now) =>
        AskAsync((ITransactionStore store) => store.SpendAsync(id, now, Ct));

    private Task<bool> SpendOnceAsync(TenantId tenant, string kind, string value) =>
        AskAsync((ITransactionStore store) => store.SpendOnceAsync(tenant, kind, value, Now.AddHours(1), Ct));

    private async Task<int> AllAtOnceAsync(int callers, Func<ITransactionStore, Task<bool>> spend)
    {
        var start = new TaskCompletionSource();
        var all = Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            await start.Task;
            return await AskAsync(spend);
        })).ToList();
        start.SetResult();
        return (await Task.WhenAll(all)).Count(won => won);
    }
}
