using System.Net;
using System.Security.Cryptography;
using Keyline.Identity;
using Keyline.Identity.Authenticators;
using Keyline.Identity.Authenticators.Throttling;
using Keyline.Identity.BreakGlass;
using Keyline.Identity.BreakGlass.Drills;
using Keyline.Identity.BreakGlass.Evidence;
using Keyline.Identity.LocalSignIn;
using Keyline.Identity.Mail.Outbox;
using Keyline.Identity.People;
using Microsoft.Extensions.DependencyInjection;

namespace Keyline.Storage.Tests.Contracts;

public abstract class LocalSignInContract(StorageFixture storage) : StorageContract(storage)
{
    private readonly PersonId _alice = PersonId.New();

    [Fact]
    public async Task A_sign_in_under_way_is_spent_by_one_of_twenty_at_once()
    {
        var transaction = NewTransaction();
        await CommitAsync<ILocalTransactionStore>(store => store.Add(transaction));

        Assert.Equal(1, await AllAtOnceAsync(20, scope => scope.GetRequiredService<ILocalTransactionStore>().SpendAsync(transaction.Id, Now, Ct)));
        Assert.Equal(Now, (await FindAsync(transaction))?.SpentAt);
        Assert.Null(await AskAsync<ILocalTransactionStore, LocalTransaction?>(store => store.FindAsync(TenantId.New(), transaction.SecretHash, Ct)));
    }

    [Fact]
    public async Task Of_twenty_tries_at_once_five_are_looked_at()
    {
        var transaction = NewTransaction();
        await CommitAsync<ILocalTransactionStore>(store => store.Add(transaction));

        Assert.Equal(LocalTransaction.MaxTries, await AllAtOnceAsync(
            20, scope => scope.GetRequiredService<ILocalTransactionStore>().TryCountAsync(transaction.Id, Now, Ct)));
        Assert.False((await FindAsync(transaction))?.IsOpen(Now));
    }

    [Fact]
    public async Task Guesses_at_the_same_moment_on_two_nodes_share_the_free_ones()
    {
        await using var other = Storage.NewNode();
        IServiceProvider[] nodes = [Storage.Services, other];
        var taken = await Task.WhenAll(Enumerable.Range(0, 30).Select(i => Task.Run(() => TakeAsync(nodes[i % 2]), Ct)));

        Assert.InRange(taken.Count(admission => admission is Admission.Admitted), 1, 6);
        Assert.IsType<Admission.Wait>(await TakeUntilHeldUpAsync(other));
    }

    [Fact]
    public async Task Counters_that_have_expired_go_and_so_do_the_oldest_beyond_the_bound()
    {
        await TakeAsync(Storage.Services);
        var left = await AskAsync<IThrottleStore, int>(async store =>
        {
            await store.RemoveExpiredAsync(Now.AddDays(400), 10, Ct);
            return await store.RemoveExpiredAsync(Now.AddDays(400), 10, Ct);
        });

        Assert.Equal(0, left);
    }

    [Fact]
    public async Task An_account_and_its_open_drill_come_back_as_they_were()
    {
        var account = new BreakGlassAccount { TenantId = Mine, PersonId = _alice, AllowedNetworks = ["192.0.2.0/24"], CreatedAt = Now };
        var drill = NewDrill();
        await SaveAsync(async store =>
        {
            await store.SaveAsync(account, Ct);
            await store.SaveAsync(drill, Ct);
        });

        Assert.Equivalent(account, await AskAsync<IBreakGlassStore, BreakGlassAccount?>(store => store.FindAsync(Mine, _alice, Ct)), strict: true);
        Assert.Equivalent(drill, await FindDrillAsync(Now), strict: true);
        Assert.Null(await FindDrillAsync(drill.EndsAt));
        await SaveAsync(store => store.SaveAsync(drill with { CompletedAt = Now, Evidence = "text", KeyId = "0123456789abcdef", Signature = [1, 2] }, Ct));
        Assert.Null(await FindDrillAsync(Now));
        Assert.Equal("text", Assert.Single(await AskAsync<IBreakGlassStore, IReadOnlyList<Drill>>(store => store.ListDrillsAsync(Mine, 10, Ct))).Evidence);
    }

    [Fact]
    public async Task Of_two_first_evidence_keys_one_is_kept()
    {
        var first = await AskAsync<IEvidenceKeyStore, bool>(store => store.TryAddFirstAsync(NewKey("aaaaaaaaaaaaaaaa"), Ct));
        var second = await AskAsync<IEvidenceKeyStore, bool>(store => store.TryAddFirstAsync(NewKey("bbbbbbbbbbbbbbbb"), Ct));

        Assert.True(first);
        Assert.False(second);
        Assert.Equal("aaaaaaaaaaaaaaaa", Assert.Single(await AskAsync<IEvidenceKeyStore, IReadOnlyList<EvidenceKey>>(store => store.ListAsync(Ct))).Id);
    }

    [Fact]
    public async Task A_due_mail_is_taken_by_one_node_until_its_lease_is_over()
    {
        var mail = NewMail();
        await CommitAsync<IOutbox>(outbox => outbox.Add(mail));

        Assert.Equal(1, await AllAtOnceAsync(10, async scope => (await TakeDueAsync(scope, Now)).Contains(mail.Id)));
        Assert.Contains(mail.Id, await TakeDueAsync(Storage.Services, Now.AddMinutes(6)));
        await AskAsync<IOutbox, bool>(async outbox =>
        {
            await outbox.UpdateAsync(mail with { Tries = 1, LastFault = "Unreachable", GivenUpAt = Now }, Ct);
            return true;
        });
        Assert.DoesNotContain(mail.Id, await TakeDueAsync(Storage.Services, Now.AddHours(1)));
        Assert.Equal("Unreachable", Assert.Single(await AskAsync<IOutbox, IReadOnlyList<OutboxMail>>(outbox => outbox.ListAsync(Mine, 10, Ct))).LastFault);
    }

    private static async Task<IReadOnlyList<OutboxMailId>> TakeDueAsync(IServiceProvider services, DateTimeOffset now)
    {
        await using var scope = services.CreateAsyncScope();
        return [.. (await scope.ServiceProvider.GetRequiredService<IOutbox>().TakeDueAsync(now, TimeSpan.FromMinutes(5), 50, Ct)).Select(mail => mail.Id)];
    }

    private async Task<Admission> TakeAsync(IServiceProvider node)
    {
        await using var scope = node.CreateAsyncScope();
        Assert.True(LoginName.TryParse("alice", out var login));
        return await new Throttle(scope.ServiceProvider.GetRequiredService<IThrottleStore>(), Storage.Time).TakeAsync(
            new Attempt
            {
                TenantId = Mine,
                Kind = AttemptKind.LocalPassword,
                Account = AccountKey.OfLogin(login),
                Address = IPAddress.Parse("203.0.113.9"),
            },
            Ct);
    }

    private async Task<Admission> TakeUntilHeldUpAsync(IServiceProvider node)
    {
        for (var i = 0; i < 10; i++)
        {
            if (await TakeAsync(node) is Admission.Wait wait)
            {
                return wait;
            }
        }

        return await TakeAsync(node);
    }

    private async Task SaveAsync(Func<IBreakGlassStore, Task> change)
    {
        await using var scope = Storage.Services.CreateAsyncScope();
        await change(scope.ServiceProvider.GetRequiredService<IBreakGlassStore>());
        await scope.ServiceProvider.GetRequiredService<IIdentityJournal>().CommitAsync(Ct);
    }

    private Task<Drill?> FindDrillAsync(DateTimeOffset now) =>
        AskAsync<IBreakGlassStore, Drill?>(store => store.FindOpenDrillAsync(Mine, _alice, now, Ct));

    private Task<LocalTransaction?> FindAsync(LocalTransaction transaction) =>
        AskAsync<ILocalTransactionStore, LocalTransaction?>(store => store.FindAsync(Mine, transaction.SecretHash, Ct));

    private async Task<int> AllAtOnceAsync(int count, Func<IServiceProvider, Task<bool>> work) =>
        (await Task.WhenAll(Enumerable.Range(0, count).Select(_ => Task.Run(
            async () =>
            {
                await using var scope = Storage.Services.CreateAsyncScope();
                return await work(scope.ServiceProvider);
            },
            Ct)))).Count(won => won);

    private LocalTransaction NewTransaction() => new()
    {
        Id = LocalTransactionId.New(),
        TenantId = Mine,
        PersonId = _alice,
        SecretHash = RandomNumberGenerator.GetBytes(32),
        ReturnPath = "/t/acme/",
        PasswordAt = Now,
        ExpiresAt = Now + LocalTransaction.Lifetime,
    };

    private Drill NewDrill() => new()
    {
        Id = DrillId.New(),
        TenantId = Mine,
        PersonId = _alice,
        StartedBy = "root",
        StartedAt = Now,
        EndsAt = Now + Drill.Window,
    };

    private EvidenceKey NewKey(string id) => new() { Id = id, PublicKey = [1], SealedPrivateKey = "sealed", CreatedAt = Now };

    private OutboxMail NewMail() => new()
    {
        Id = OutboxMailId.New(),
        TenantId = Mine,
        To = "ops@acme.example",
        Subject = "Alert",
        SealedText = "sealed",
        CreatedAt = Now,
        NextTryAt = Now,
    };
}
