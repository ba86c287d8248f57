using System.Data.Common;
using Keyline.Storage;

namespace Keyline.Server.Hosting;

/// <summary>Clears away old changes and sessions, every hour.</summary>
internal sealed class StorageTidying(IRetention retention, TimeProvider time, ILogger<StorageTidying> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await retention.PruneAsync(stoppingToken);
            }
            catch (Exception broken) when (broken is DbException or IOException or TimeoutException or InvalidOperationException)
            {
                Log.ScheduleFailed(log, "old changes and sessions", broken.Message);
            }
        }
    }
}
