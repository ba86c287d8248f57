using Keyline.Identity;
using Keyline.Journal;
using Microsoft.Extensions.DependencyInjection;

namespace Keyline.Storage.Tests.Postgres;

/// <summary>Commits on one node wake the followers on another.</summary>
public sealed class ListenerTests(PostgresStorage storage) : StorageContract(storage), IClassFixture<PostgresStorage>
{
    private const string Listeners =
        "from pg_stat_activity where datname = current_database() and query like 'listen %' and pid <> pg_backend_pid()";

    [Fact]
    public async Task A_follower_on_another_node_is_woken_also_after_the_connection_was_cut()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        await using var other = Storage.NewNode();
        var listening = other.GetRequiredService<IStorageListener>().RunAsync(stop.Token);
        await Eventually.TrueAsync(async () => await Storage.CountAsync($"select count(*) {Listeners}") == 1);
        await WakesAsync(other);

        Assert.Equal(1, await Storage.CountAsync($"select count(pg_terminate_backend(pid)) {Listeners}"));
        await Eventually.TrueAsync(async () => await Storage.CountAsync($"select count(*) {Listeners}") == 1);
        await WakesAsync(other);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => listening);
    }

    private async Task WakesAsync(ServiceProvider other)
    {
        // A pulse may still be under way from the connection's own start: only one that comes after a quiet wait counts.
        var feed = other.GetRequiredService<IChangeFeed>();
        var position = await feed.FindEndAsync(Ct);
        await feed.ReadAsync(position, 100, Ct);
        var woken = feed.WaitAsync(TimeSpan.FromSeconds(50), Ct);
        var started = TimeProvider.System.GetTimestamp();

        await CommitAsync((IIdentityJournal journal) => journal.Announce(new Change(Mine, "test", "wake")));

        await woken;
        Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(25));
    }
}
