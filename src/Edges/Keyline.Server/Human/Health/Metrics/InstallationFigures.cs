using System.Data.Common;
using Keyline.Identity.BreakGlass;
using Keyline.Identity.Federation;
using Keyline.Identity.Federation.Saml;
using Keyline.Server.Hosting;

namespace Keyline.Server.Human.Health.Metrics;

/// <summary>Figures of the whole installation that cost something to find: they are found every few minutes, not at every reading.</summary>
internal sealed class InstallationFigures(IServiceScopeFactory scopes, TimeProvider time, ILogger<InstallationFigures> log) : BackgroundService
{
    private const int PageSize = 200;

    // Some ten thousand connections; beyond them the figure is of the first.
    private const int MaxPages = 50;

    private static readonly TimeSpan _every = TimeSpan.FromMinutes(5);

    private int _overdue = -1;
    private long _firstEnd = long.MaxValue;

    /// <summary>How many break-glass accounts have an overdue drill; null when it is not known yet.</summary>
    public int? DrillsOverdue => Volatile.Read(ref _overdue) is var number and >= 0 ? number : null;

    /// <summary>Days until the first IdP has no certificate left; null when there is none.</summary>
    public double? CertificateDaysLeft => Volatile.Read(ref _firstEnd) is var end and not long.MaxValue
        ? (DateTimeOffset.FromUnixTimeMilliseconds(end) - time.GetUtcNow()).TotalDays
        : null;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_every, time);
        do
        {
            try
            {
                await FindAsync(stoppingToken);
            }
            catch (Exception broken) when (broken is DbException or IOException or TimeoutException or InvalidOperationException)
            {
                Log.ScheduleFailed(log, "figures for the metrics", broken.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task FindAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = time.GetUtcNow();
        Volatile.Write(ref _overdue, await scope.ServiceProvider.GetRequiredService<IBreakGlassStore>().CountUndrilledAsync(now - BreakGlassAccount.DrillEvery, ct));
        var connections = scope.ServiceProvider.GetRequiredService<IConnectionStore>();
        var first = long.MaxValue;
        ConnectionId? after = null;
        for (var page = 0; page < MaxPages && await connections.ListAllAsync(after, PageSize, ct) is { Count: > 0 } some; page++)
        {
            foreach (var connection in some.Where(connection => connection.Enabled))
            {
                if (connection.Settings is SamlConnectionSettings { Provider: { } provider } && IdpCertificates.FindLastEnd(provider) is { } end)
                {
                    first = Math.Min(first, end.ToUnixTimeMilliseconds());
                }
            }

            after = some[^1].Id;
        }

        Volatile.Write(ref _firstEnd, first);
    }
}
