using System.Data.Common;
using Keyline.Journal;

namespace Keyline.Server.Hosting;

/// <summary>Follows the change feed and tells the listeners. Pushed where the database can, always also polled.</summary>
internal sealed class FeedFollower(IChangeFeed feed, IEnumerable<IChangeListener> listeners, FeedState state, ILogger<FeedFollower> log)
    : BackgroundService
{
    private const int BatchSize = 1000;
    private static readonly TimeSpan _poll = TimeSpan.FromMilliseconds(200);

    private readonly IChangeListener[] _listeners = [.. listeners];
    private ChangePosition _position;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        // Before the first request: what is read from the database after this can't miss a change.
        _position = await feed.FindEndAsync(cancellationToken);
        state.Followed();
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await FollowAsync(stoppingToken);
                await feed.WaitAsync(_poll, stoppingToken);
            }
            catch (Exception broken) when (broken is DbException or IOException or TimeoutException or InvalidOperationException)
            {
                Log.FeedLost(log, broken.Message);
                await Task.Delay(_poll, stoppingToken);
            }
        }
    }

    private async Task FollowAsync(CancellationToken ct)
    {
        while (true)
        {
            var batch = await feed.ReadAsync(_position, BatchSize, ct);
            foreach (var change in batch.Changes)
            {
                Array.ForEach(_listeners, listener => listener.OnChange(change));
            }

            _position = batch.Position;
            if (batch.Changes.Count < BatchSize)
            {
                state.Followed();
                return;
            }
        }
    }
}
