using Keyline.Identity.Sessions;

namespace Keyline.Identity.SamlProvider.Logout;

/// <summary>
/// The person signed out here: the apps that the session opened are told, one after the other, by the browser. An app that does
/// not send the browser back keeps those behind it signed in until their own sessions end.
/// </summary>
public sealed class LeaveApps(LogoutRuns runs, TellApps tell, IIdentityJournal journal)
{
    /// <summary>Begins, when the session opened any app; the session itself has ended before.</summary>
    /// <param name="from">Where.</param>
    /// <param name="session">The session that ended.</param>
    /// <param name="returnPath">Where the person goes in the end: a path of this tenant.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The first step, or null when there is nobody to tell.</returns>
    public async Task<LogoutOutcome?> BeginAsync(ProviderRequest from, SessionId session, string returnPath, CancellationToken ct)
    {
        var (run, state) = await runs.AddAsync(from.Tenant.Id, [session], null, run => run with { ReturnPath = returnPath }, ct);
        if (run.Waiting.Count == 0)
        {
            return null;
        }

        await journal.CommitAsync(ct);
        return await tell.NextAsync(from, run, state, ct);
    }
}
