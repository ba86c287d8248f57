using Keyline.Identity.Sessions;
using Keyline.Identity.SignIn;

namespace Keyline.Identity.Federation;

/// <summary>Ends the sessions that an IdP's logout names, and no others.</summary>
public sealed class EndIdpSessions(ISessionStore store, EndSessions sessions, ITransactionStore spent, IIdentityJournal journal, TimeProvider time)
{
    /// <summary>Whether a message comes for the first time, on any node.</summary>
    public Task<bool> IsNewAsync(TenantId tenantId, string kind, string value, DateTimeOffset until, CancellationToken ct) =>
        spent.SpendOnceAsync(tenantId, kind, value, until, ct);

    /// <summary>Ends the sessions of a subject: those that are named, or all.</summary>
    /// <returns>How many ended.</returns>
    public async Task<int> EndAsync(
        Connection connection, string? subject, IReadOnlyList<string> idpSessions, ClientDescription client, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var named = new List<Session>();
        foreach (var idpSession in idpSessions.Count > 0 ? idpSessions.Cast<string?>() : [null])
        {
            named.AddRange(await store.FindByIdpAsync(connection.Id, subject, idpSession, now, ct));
        }

        var ended = 0;
        foreach (var session in named.Where(session => session.TenantId == connection.TenantId && (subject is null || session.IdpSubject == subject))
            .DistinctBy(session => session.Id))
        {
            ended += await sessions.AddEndAsync(session, SessionEnd.SignedOutAtIdp, SignInRecorder.PartyOf(connection), client, ct) ? 1 : 0;
        }

        await journal.CommitAsync(ct);
        return ended;
    }
}
