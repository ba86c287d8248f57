using Keyline.Identity;
using Keyline.Journal;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Keyline.Storage.Tests.Postgres;

/// <summary>Numbers are handed out before the commit: none that commits later may be missed.</summary>
public sealed class CommitOrderTests(PostgresStorage storage) : StorageContract(storage), IClassFixture<PostgresStorage>
{
    [Fact]
    public async Task A_lower_number_that_commits_later_is_not_missed()
    {
        var feed = Storage.Services.GetRequiredService<IChangeFeed>();

        // What other tests left must be settled first: it waits for every open transaction of the server.
        var newest = await Storage.CountAsync("select coalesce(max(number), 0) from changes");
        var start = default(ChangePosition);
        await Eventually.TrueAsync(async () => (start = await feed.FindEndAsync(Ct)).Number == newest);
        await using var early = await BeginAsync();
        await AnnounceAsync(early, "lower number");
        await using var late = await BeginAsync();
        await AnnounceAsync(late, "higher number");
        await late.Transaction!.CommitAsync(Ct);

        var heard = new List<string>();
        var position = await FollowAsync(feed, start, heard);
        Assert.Equal(["higher number"], heard);
        Assert.Equal(start, position);

        await early.Transaction!.CommitAsync(Ct);
        var end = await Storage.CountAsync("select max(number) from changes");
        await Eventually.TrueAsync(async () => (position = await FollowAsync(feed, position, heard)).Number == end);
        Assert.Equal(["lower number", "higher number"], heard.TakeLast(2));

        // Whoever reads now sees them in the order of the transactions.
        var all = new List<string>();
        await FollowAsync(Storage.Services.GetRequiredService<IChangeFeed>(), start, all);
        Assert.Equal(["lower number", "higher number"], all);
    }

    [Fact]
    public async Task Somebodys_long_transaction_keeps_no_news_back_and_they_are_told_early_once()
    {
        var feed = Storage.Services.GetRequiredService<IChangeFeed>();
        var position = await feed.FindEndAsync(Ct);
        await using var open = await BeginAsync();
        await AnnounceAsync(open, "never committed");

        await CommitAsync((IIdentityJournal journal) => journal.Announce(new Change(Mine, "session.ended", "1")));
        var heard = new List<string>();
        position = await FollowAsync(feed, position, heard);
        position = await FollowAsync(feed, position, heard);
        await CommitAsync((IIdentityJournal journal) => journal.Announce(new Change(Mine, "session.ended", "2")));
        await FollowAsync(feed, position, heard);

        Assert.Equal(["1", "2"], heard);
    }

    [Fact]
    public async Task A_change_in_a_transaction_that_is_rolled_back_is_never_told()
    {
        var feed = Storage.Services.GetRequiredService<IChangeFeed>();
        var position = await feed.FindEndAsync(Ct);
        await using (var given = await BeginAsync())
        {
            await AnnounceAsync(given, "given up");
            await given.Transaction!.RollbackAsync(Ct);
        }

        await CommitAsync((IIdentityJournal journal) => journal.Announce(new Change(Mine, "test", "kept")));
        var heard = new List<string>();
        await Eventually.TrueAsync(async () =>
        {
            position = await FollowAsync(feed, position, heard);
            return heard.Count > 0;
        });

        Assert.All(heard, subject => Assert.Equal("kept", subject));
    }

    [Fact]
    public async Task The_sealer_links_a_lower_number_that_commits_later_after_all()
    {
        var seal = Storage.Services.GetRequiredService<IAuditSeal>();
        await using var scope = Storage.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Identity.IdentityContext>();
        var late = NewEntry("late");
        scope.ServiceProvider.GetRequiredService<IIdentityJournal>().Record(late);
        await db.EnsureTransactionAsync(Ct);
        await db.SaveChangesAsync(Ct);
        var early = NewEntry("early");
        await CommitAsync((IIdentityJournal journal) => journal.Record(early));

        await seal.SealAsync(100, Ct);
        await scope.ServiceProvider.GetRequiredService<IIdentityJournal>().CommitAsync(Ct);

        await Eventually.TrueAsync(async () =>
        {
            await seal.SealAsync(100, Ct);
            return (await ChainAsync()).Count == 2;
        });
        Assert.Equal([late.Id, early.Id], (await ChainAsync()).Select(link => link.Link.EntryId));
    }

    private Task<IReadOnlyList<(AuditLink Link, AuditEntry? Entry)>> ChainAsync() =>
        AskAsync((IAuditLog log) => log.ReadChainAsync(Mine, 1, 100, Ct));

    private async Task<OpenTransaction> BeginAsync()
    {
        var connection = (NpgsqlConnection)Storage.NewConnection();
        await connection.OpenAsync(Ct);
        return new OpenTransaction(connection, await connection.BeginTransactionAsync(Ct));
    }

    private async Task AnnounceAsync(OpenTransaction open, string subject)
    {
        await using var insert = new NpgsqlCommand(
            "insert into changes (tenant_id, kind, subject, at) values ($1, 'test', $2, 0)", open.Connection, open.Transaction)
        {
            Parameters = { new() { Value = Mine.Value }, new() { Value = subject } },
        };
        await insert.ExecuteNonQueryAsync(Ct);
    }

    private async Task<ChangePosition> FollowAsync(IChangeFeed feed, ChangePosition from, List<string> heard)
    {
        var batch = await feed.ReadAsync(from, 100, Ct);
        heard.AddRange(batch.Changes.Where(change => change.TenantId == Mine).Select(change => change.Subject));
        return batch.Position;
    }

    private sealed record OpenTransaction(NpgsqlConnection Connection, NpgsqlTransaction? Transaction) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => Connection.DisposeAsync();
    }
}
