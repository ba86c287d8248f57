using System.Data.Common;
using Keyline.Journal;

namespace Keyline.Server.Hosting;

/// <summary>Links audit entries into the chains, within a second of their commit.</summary>
internal sealed class AuditSealer(IAuditSeal seal, SealerState state, ILogger<AuditSealer> log) : BackgroundService
{
    private const int BatchSize = 1000;
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(500);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await seal.SealAsync(BatchSize, stoppingToken) < BatchSize)
                {
                    state.CaughtUp();
                    await Task.Delay(_pause, stoppingToken);
                }
            }
            catch (Exception broken) when (broken is DbException or IOException or TimeoutException or InvalidOperationException)
            {
                Log.SealingFailed(log, broken.Message);
                await Task.Delay(_pause, stoppingToken);
            }
        }
    }
}
