using System.Data.Common;
using Keyline.Identity.Authenticators;
using Keyline.Identity.Mail.Outbox;
using Keyline.Server.Hosting;

namespace Keyline.Server.Human.Local;

/// <summary>Sends what waits in the outbox soon after it was committed, and removes what has expired.</summary>
internal sealed class AuthenticatorsKeeper(IServiceScopeFactory scopes, OutboxSignal signal, TimeProvider time, ILogger<AuthenticatorsKeeper> log)
    : BackgroundService
{
    private static readonly TimeSpan _mailEvery = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan _tidyEvery = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var tidied = time.GetTimestamp();
        while (!stoppingToken.IsCancellationRequested)
        {
            var nextMail = signal.Next;
            await TryAsync("mail that waits", async services => await services.GetRequiredService<SendMail>().RunAsync(stoppingToken));
            if (time.GetElapsedTime(tidied) > _tidyEvery)
            {
                tidied = time.GetTimestamp();
                await TryAsync("expired sign-ins, links and counters", async services => await services.GetRequiredService<Housekeeping>().RunAsync(stoppingToken));
            }

            await Task.WhenAny(nextMail, Task.Delay(_mailEvery, time, stoppingToken));
        }
    }

    private async Task TryAsync(string what, Func<IServiceProvider, Task> work)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await work(scope.ServiceProvider);
        }
        catch (Exception broken) when (broken is DbException or IOException or TimeoutException or InvalidOperationException)
        {
            Log.ScheduleFailed(log, what, broken.Message);
        }
    }
}
