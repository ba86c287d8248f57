using System.Data.Common;
using Keyline.Identity.Domains;

namespace Keyline.Server.Hosting;

/// <summary>Checks verified domains again. Every node runs it; each check is taken by one.</summary>
internal sealed class DomainSchedule(IServiceScopeFactory scopes, TimeProvider time, ILogger<DomainSchedule> log) : BackgroundService
{
    private static readonly TimeSpan _pause = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<CheckDomains>().RunAsync(stoppingToken);
            }
            catch (Exception broken) when (broken is DbException or IOException or TimeoutException or InvalidOperationException)
            {
                Log.ScheduleFailed(log, "domains", broken.Message);
            }
        }
    }
}
