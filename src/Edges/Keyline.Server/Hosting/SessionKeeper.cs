using System.Data.Common;
using Keyline.Identity.SamlProvider;
using Keyline.Identity.Sessions;
using Keyline.Identity.SignIn;

namespace Keyline.Server.Hosting;

/// <summary>Loads the live sessions when the node starts, writes down when they were last used, and tidies up.</summary>
internal sealed class SessionKeeper(IServiceScopeFactory scopes, SessionIndex index, TimeProvider time, ILogger<SessionKeeper> log)
    : BackgroundService
{
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan _precision = TimeSpan.FromSeconds(30);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await WriteAsync(TimeSpan.FromSeconds(1), CancellationToken.None);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await TryAsync(LoadAsync, stoppingToken);
        using var timer = new PeriodicTimer(_pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await TryAsync(ct => WriteAsync(_precision, ct), stoppingToken);
            await TryAsync(RemoveExpiredAsync, stoppingToken);
            index.RemoveExpired();
        }
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        await foreach (var session in scope.ServiceProvider.GetRequiredService<ISessionStore>().ReadLiveAsync(time.GetUtcNow(), ct))
        {
            index.Add(session);
        }

        // Reading left a great deal behind once; a server that then idles would keep that memory for hours.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        Log.SessionsLoaded(log, index.Count);
    }

    private async Task WriteAsync(TimeSpan precision, CancellationToken ct)
    {
        if (index.TakeUnstored(precision) is { Count: > 0 } seen)
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<ISessionStore>().TouchAsync(seen, ct);
        }
    }

    private async Task RemoveExpiredAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ITransactionStore>().RemoveExpiredAsync(time.GetUtcNow(), ct);
        await scope.ServiceProvider.GetRequiredService<ProviderHousekeeping>().RemoveExpiredAsync(ct);
    }

    private async Task TryAsync(Func<CancellationToken, Task> work, CancellationToken ct)
    {
        try
        {
            await work(ct);
        }
        catch (Exception broken) when (broken is DbException or IOException or TimeoutException or InvalidOperationException)
        {
            Log.KeepingFailed(log, broken.Message);
        }
    }
}
