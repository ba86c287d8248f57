using System.Data.Common;
using Keyline.Identity.Federation.Saml;
using Keyline.Identity.SignIn.Invitations;
using Keyline.Identity.SignIn.Testing;
using Keyline.Identity.SignIn.Traces;
using Keyline.Server.Hosting;

namespace Keyline.Server.Human.SignIn;

/// <summary>Reads the IdPs' metadata on schedule, and removes old traces, results and invitations.</summary>
internal sealed class SignInKeeper(IServiceScopeFactory scopes, TimeProvider time, ILogger<SignInKeeper> log) : BackgroundService
{
    private static readonly TimeSpan _pause = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (Exception broken) when (broken is DbException or IOException or TimeoutException or InvalidOperationException)
            {
                Log.ScheduleFailed(log, "sign-ins", broken.Message);
            }
        }
    }

    private async Task RunAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var now = time.GetUtcNow();
        await services.GetRequiredService<ITraceStore>().RemoveOlderAsync(now - SignInTrace.Lifetime, ct);
        await services.GetRequiredService<ITestResultStore>().RemoveExpiredAsync(now, ct);
        await services.GetRequiredService<IInvitationStore>().RemoveExpiredAsync(now, ct);
        await services.GetRequiredService<RefreshSamlMetadata>().RunAsync(ct);
    }
}
