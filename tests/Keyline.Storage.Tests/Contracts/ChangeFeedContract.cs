using Keyline.Identity;
using Keyline.Journal;
using Microsoft.Extensions.DependencyInjection;

namespace Keyline.Storage.Tests.Contracts;

public abstract class ChangeFeedContract(StorageFixture storage) : StorageContract(storage)
{
    [Fact]
    public async Task A_follower_hears_every_change_once_it_is_settled_and_in_order()
    {
        var feed = NewFeed();
        var from = await feed.FindEndAsync(Ct);
        foreach (var number in Enumerable.Range(0, 25))
        {
            await AnnounceAsync($"{number}");
        }

        var heard = new List<string>();
        await Eventually.TrueAsync(async () =>
        {
            var batch = await feed.ReadAsync(from, 10, Ct);
            heard.AddRange(batch.Changes.Where(change => change.TenantId == Mine).Select(change => change.Subject));
            from = batch.Position;
            return heard.Count >= 25;
        });

        Assert.Equal(Enumerable.Range(0, 25), heard.Select(int.Parse).Distinct());
        Assert.Empty((await NewFeed().ReadAsync(await SettledEndAsync(), 10, Ct)).Changes);
    }

    [Fact]
    public async Task Another_follower_reads_the_same_from_the_same_position()
    {
        var from = await NewFeed().FindEndAsync(Ct);
        await AnnounceAsync("a");

        foreach (var _ in Enumerable.Range(0, 2))
        {
            Assert.Contains((await NewFeed().ReadAsync(from, 100, Ct)).Changes, change => change == new Change(Mine, "test", "a"));
        }
    }

    [Fact]
    public async Task A_commit_on_this_node_wakes_every_follower()
    {
        var first = NewFeed();
        var second = NewFeed();
        var from = await first.FindEndAsync(Ct);
        await first.ReadAsync(from, 10, Ct);
        await AnnounceAsync("wake");

        // The second one looks in between; that must not take the news away from the first.
        await second.ReadAsync(from, 10, Ct);

        var started = TimeProvider.System.GetTimestamp();
        await first.WaitAsync(TimeSpan.FromSeconds(50), Ct);
        Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(25));
    }

    [Fact]
    public async Task Waiting_ends_without_news_when_the_time_is_over()
    {
        var feed = NewFeed();
        await feed.ReadAsync(await feed.FindEndAsync(Ct), 10, Ct);

        await feed.WaitAsync(TimeSpan.FromMilliseconds(30), Ct);
    }

    [Fact]
    public async Task Waiting_ends_when_the_node_stops()
    {
        using var stop = new CancellationTokenSource();
        var waiting = NewFeed().WaitAsync(TimeSpan.FromMinutes(5), stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task I12_a_node_that_was_away_for_days_refuses_to_go_on()
    {
        var feed = NewFeed();
        var from = await feed.FindEndAsync(Ct);
        await feed.ReadAsync(from, 10, Ct);

        Storage.Time.Advance(TimeSpan.FromDays(4));

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => feed.ReadAsync(from, 10, Ct));
        Assert.Contains("start the node anew", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changes_of_a_week_are_kept_and_older_ones_are_not()
    {
        await AnnounceAsync("old");
        Storage.Time.Advance(TimeSpan.FromDays(5));
        await AnnounceAsync("young");
        Storage.Time.Advance(TimeSpan.FromDays(2) + TimeSpan.FromSeconds(1));

        var pruned = await Storage.Services.GetRequiredService<IRetention>().PruneAsync(Ct);

        Assert.True(pruned.Changes >= 1);
        var left = await Storage.ReadAsync($"select subject from changes where tenant_id = {Storage.Sql(Mine.Value)}");
        Assert.Equal(["young"], left.Select(row => row[0]));
    }

    [Fact]
    public async Task What_is_announced_is_told_to_this_nodes_listeners_before_the_commit_returns()
    {
        var listener = new RecordingListener();
        await using var node = Storage.NewNode(services => services.AddSingleton<IChangeListener>(listener));
        await using var scope = node.CreateAsyncScope();
        var journal = scope.ServiceProvider.GetRequiredService<IIdentityJournal>();

        journal.Announce(new Change(Mine, "test", "told"));
        Assert.Empty(listener.Heard);
        await journal.CommitAsync(Ct);
        Assert.Equal([new Change(Mine, "test", "told")], listener.Heard);

        await journal.CommitAsync(Ct);
        Assert.Single(listener.Heard);
    }

    private IChangeFeed NewFeed() => Storage.Services.GetRequiredService<IChangeFeed>();

    private Task AnnounceAsync(string subject) =>
        CommitAsync((IIdentityJournal journal) => journal.Announce(new Change(Mine, "test", subject)));

    private async Task<ChangePosition> SettledEndAsync()
    {
        var newest = await Storage.CountAsync("select max(number) from changes");
        var end = default(ChangePosition);
        await Eventually.TrueAsync(async () => (end = await NewFeed().FindEndAsync(Ct)).Number >= newest);
        return end;
    }

    private sealed class RecordingListener : IChangeListener
    {
        public List<Change> Heard { get; } = [];

        public void OnChange(Change change) => Heard.Add(change);
    }
}
