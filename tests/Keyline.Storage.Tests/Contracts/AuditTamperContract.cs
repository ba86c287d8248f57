using Keyline.Identity;
using Keyline.Journal;
using Microsoft.Extensions.DependencyInjection;

namespace Keyline.Storage.Tests.Contracts;

/// <summary>Whoever has the database's password can change the log, but not without its showing where.</summary>
public abstract class AuditTamperContract(StorageFixture storage) : StorageContract(storage), IAsyncLifetime
{
    private const int Length = 12;

    private readonly TestEvidence _evidence = new();

    private string Tenant => Storage.Sql(Mine.Value);

    public async ValueTask InitializeAsync()
    {
        foreach (var table in new[] { "audit_entries", "audit_links", "audit_checkpoints" })
        {
            await Storage.ExecuteAsync(Storage.IsPostgres
                ? $"drop trigger if exists {table}_append_only on {table}"
                : $"drop trigger if exists {table}_no_update; drop trigger if exists {table}_no_delete");
        }

        foreach (var number in Enumerable.Range(1, Length))
        {
            await CommitAsync((IIdentityJournal journal) => journal.Record(NewEntry($"action-{number}")));
        }

        var seal = Storage.Services.GetRequiredService<IAuditSeal>();
        await Eventually.TrueAsync(async () =>
        {
            await seal.SealAsync(1000, Ct);
            return (await ChainAsync()).Count == Length;
        });
        await seal.AddAsync(await _evidence.SignAsync((await ChainAsync())[7].Link, Now), Ct);
        await seal.AddAsync(await _evidence.SignAsync((await ChainAsync())[^1].Link, Now), Ct);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task I10_an_untouched_log_holds()
    {
        var outcome = await VerifyAsync();

        Assert.Equal(Length, outcome.Value);
    }

    [Theory]
    [InlineData("action = 'nothing'")]
    [InlineData("outcome = 1")]
    [InlineData("actor_name = 'Somebody else'")]
    [InlineData("target_id = 'x'")]
    [InlineData("at = at + 1")]
    [InlineData("address = '192.0.2.1'")]
    [InlineData("reference = 'r'")]
    [InlineData("facts = '{\"code\":\"x\"}'")]
    public async Task I10_a_changed_entry_is_named(string change)
    {
        var entry = (await ChainAsync())[4].Link.EntryId;
        await Storage.ExecuteAsync($"update audit_entries set {change} where tenant_id = {Tenant} and id = {Storage.Sql(entry.Value)}");

        await BreaksAsync(AuditBreakKind.Changed, 5, entry);
    }

    [Fact]
    public async Task I10_a_changed_hash_is_named()
    {
        await Storage.ExecuteAsync($"update audit_links set hash = (select hash from audit_links where tenant_id = {Tenant} and number = 2) where tenant_id = {Tenant} and number = 9");

        await BreaksAsync(AuditBreakKind.Changed, 9);
    }

    [Fact]
    public async Task I10_a_missing_entry_is_named()
    {
        var entry = (await ChainAsync())[4].Link.EntryId;
        await Storage.ExecuteAsync($"delete from audit_entries where tenant_id = {Tenant} and id = {Storage.Sql(entry.Value)}");

        await BreaksAsync(AuditBreakKind.Missing, 5, entry);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public async Task I10_a_missing_link_is_named(int number)
    {
        await RemoveAsync($"number = {number}");

        await BreaksAsync(AuditBreakKind.Missing, number);
    }

    [Theory]
    [InlineData(5, 1)]
    [InlineData(3, 4)]
    public async Task I10_a_gap_that_was_closed_again_is_named(int first, int count)
    {
        await RemoveAsync($"number >= {first} and number < {first + count}");
        await RenumberAsync(first, -count);

        await BreaksAsync(AuditBreakKind.Missing, first);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(5, false)]
    [InlineData(5, true)]
    public async Task I10_an_inserted_entry_is_named(int number, bool wellMade)
    {
        var chain = await ChainAsync();
        var forged = NewEntry("forged");
        await CommitAsync((IIdentityJournal journal) => journal.Record(forged));
        await RenumberAsync(number, 1);
        var before = number == 1 ? AuditChain.Start(Mine) : chain[number - 2].Link.Hash;
        await LinkAsync(number, forged.Id, wellMade ? AuditChain.Link(before, number, forged) : new byte[32]);

        await BreaksAsync(AuditBreakKind.Inserted, number);
    }

    [Theory]
    [InlineData(5, 6)]
    [InlineData(3, 9)]
    public async Task I10_entries_that_changed_places_are_named(int one, int other)
    {
        var chain = await ChainAsync();
        await MoveAsync(one, chain[one - 1].Link, chain[other - 1].Link, other);

        await BreaksAsync(AuditBreakKind.Reordered, one, chain[other - 1].Link.EntryId);
    }

    [Fact]
    public async Task I10_links_that_changed_places_with_their_hashes_are_named()
    {
        await Storage.ExecuteAsync($"update audit_links set number = -1 where tenant_id = {Tenant} and number = 5");
        await Storage.ExecuteAsync($"update audit_links set number = 5 where tenant_id = {Tenant} and number = 6");
        await Storage.ExecuteAsync($"update audit_links set number = 6 where tenant_id = {Tenant} and number = -1");

        await BreaksAsync(AuditBreakKind.Reordered, 5);
    }

    [Fact]
    public async Task I10_a_cut_off_end_is_named()
    {
        await RemoveAsync("number > 9");

        await BreaksAsync(AuditBreakKind.CutOff, 10);
    }

    [Fact]
    public async Task I10_a_chain_that_was_written_anew_is_named_by_its_checkpoint()
    {
        var chain = await ChainAsync();
        var changed = chain[4].Entry! with { Action = "nothing" };
        await Storage.ExecuteAsync($"update audit_entries set action = 'nothing' where tenant_id = {Tenant} and id = {Storage.Sql(changed.Id.Value)}");
        var hash = chain[3].Link.Hash;
        foreach (var (link, entry) in chain.Skip(4))
        {
            hash = AuditChain.Link(hash, link.Number, entry!.Id == changed.Id ? changed : entry);
            await Storage.ExecuteAsync($"update audit_links set hash = {Blob(hash)} where tenant_id = {Tenant} and number = {link.Number}");
        }

        await BreaksAsync(AuditBreakKind.Rewritten, 8);
    }

    [Theory]
    [InlineData("key_id = 'another'", 8)]
    [InlineData("at = at + 1", 8)]
    [InlineData("number = 11", 11)]
    [InlineData("number = 99", 99)]
    public async Task I10_a_forged_checkpoint_is_named(string change, int number)
    {
        await Storage.ExecuteAsync($"delete from audit_checkpoints where tenant_id = {Tenant} and number = {Length}");
        await Storage.ExecuteAsync($"update audit_checkpoints set {change} where tenant_id = {Tenant}");

        await BreaksAsync(AuditBreakKind.ForgedCheckpoint, number);
    }

    [Fact]
    public async Task I10_an_entry_that_was_put_behind_the_sealer_is_counted()
    {
        var columns = "id, tenant_id, at, action, outcome, actor_kind, actor_id, actor_name, target_kind, target_id, target_name, reference, address, facts, search_key";
        await Storage.ExecuteAsync(
            $"insert into audit_entries (number, {columns}) select -number, {columns.Replace("id, tenant_id", $"{Storage.Sql(Guid.NewGuid())}{(Storage.IsPostgres ? "::uuid" : "")}, tenant_id", StringComparison.Ordinal)} from audit_entries where tenant_id = {Tenant} and action = 'action-1'");
        if (Storage.IsPostgres)
        {
            await Storage.ExecuteAsync("update audit_entries set transaction = '3' where number < 0");
        }

        await Storage.Services.GetRequiredService<IAuditSeal>().SealAsync(1000, Ct);

        await BreaksAsync(AuditBreakKind.Unlinked, Length);
    }

    private static string Hex(ReadOnlyMemory<byte> bytes) => Convert.ToHexString(bytes.Span);

    private string Blob(ReadOnlyMemory<byte> bytes) => Storage.IsPostgres ? $"'\\x{Hex(bytes)}'" : $"x'{Hex(bytes)}'";

    private async Task BreaksAsync(AuditBreakKind kind, long number, AuditEntryId? entry = null)
    {
        var outcome = await VerifyAsync();

        Assert.False(outcome.Ok);
        Assert.True((kind, number) == (outcome.Fault.Kind, outcome.Fault.Number), outcome.Fault.ToString());
        if (entry is not null)
        {
            Assert.Equal(entry, outcome.Fault.EntryId);
        }
    }

    private Task<Result<long, AuditBreak>> VerifyAsync() =>
        AskAsync((IAuditLog log) => new AuditVerification(log, _evidence).VerifyAsync(Mine, Now.AddDays(1), Ct));

    private Task<IReadOnlyList<(AuditLink Link, AuditEntry? Entry)>> ChainAsync() =>
        AskAsync((IAuditLog log) => log.ReadChainAsync(Mine, 1, 100, Ct));

    private async Task RemoveAsync(string links)
    {
        await Storage.ExecuteAsync($"delete from audit_entries where id in (select entry_id from audit_links where tenant_id = {Tenant} and {links})");
        await Storage.ExecuteAsync($"delete from audit_links where tenant_id = {Tenant} and {links}");
    }

    // In two steps: no two links have one number in between.
    private async Task RenumberAsync(int from, int by)
    {
        await Storage.ExecuteAsync($"update audit_links set number = -(number + {by}) where tenant_id = {Tenant} and number >= {from}");
        await Storage.ExecuteAsync($"update audit_links set number = -number where tenant_id = {Tenant} and number < 0");
    }

    private Task<int> LinkAsync(int number, AuditEntryId entry, ReadOnlyMemory<byte> hash) => Storage.ExecuteAsync(
        $"insert into audit_links (tenant_id, number, entry_id, hash) values ({Tenant}, {number}, {Storage.Sql(entry.Value)}, {Blob(hash)})");

    private async Task MoveAsync(int one, AuditLink first, AuditLink second, int other)
    {
        await Storage.ExecuteAsync($"delete from audit_links where tenant_id = {Tenant} and number in ({one}, {other})");
        await LinkAsync(one, second.EntryId, first.Hash);
        await LinkAsync(other, first.EntryId, second.Hash);
    }
}
