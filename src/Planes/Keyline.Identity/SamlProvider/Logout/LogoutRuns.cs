using Keyline.Identity.SamlProvider.Apps;
using Keyline.Identity.SamlProvider.Sessions;
using Keyline.Identity.Sessions;
using Keyline.Secrets;

namespace Keyline.Identity.SamlProvider.Logout;

/// <summary>Begins sign-outs: forgets what sessions opened, and notes whom to tell.</summary>
public sealed class LogoutRuns(ILogoutRunStore runs, IAppSessionStore opened, TimeProvider time)
{
    /// <summary>A run that tells all apps of these sessions, but the one that asked. It is added to the unit of work.</summary>
    public async Task<(LogoutRun Run, SecretText State)> AddAsync(
        TenantId tenantId, IEnumerable<SessionId> sessions, SamlAppId? initiator, Func<LogoutRun, LogoutRun> about, CancellationToken ct)
    {
        var steps = new List<LogoutStep>();
        foreach (var session in sessions)
        {
            foreach (var app in await opened.ListAsync(tenantId, session, ct))
            {
                opened.Remove(app);
                if (app.AppId != initiator)
                {
                    steps.Add(new LogoutStep(app.AppId, app.NameId, app.NameIdFormat, app.Index));
                }
            }
        }

        var state = BearerSecret.New();
        var run = about(new LogoutRun
        {
            Id = LogoutRunId.New(),
            TenantId = tenantId,
            StateHash = BearerSecret.Hash(state),
            Initiator = initiator,
            Waiting = steps,
            ExpiresAt = time.GetUtcNow() + LogoutRun.Lifetime,
        });
        runs.Add(run);
        return (run, state);
    }
}
