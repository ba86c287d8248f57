using Keyline.Identity.People;
using Keyline.Journal;

namespace Keyline.Identity.Sessions;

/// <summary>Ends sessions: one, several, or all of a person. What is ended is dead on this node when the call returns.</summary>
public sealed class EndSessions(ISessionStore store, IIdentityJournal journal, TimeProvider time)
{
    private const int PageSize = 200;

    /// <summary>Ends one session; false when it had ended already or is not the tenant's.</summary>
    public async Task<bool> EndAsync(
        TenantId tenantId, SessionId id, SessionEnd reason, AuditParty actor, ClientDescription client, CancellationToken ct)
    {
        if (await store.FindAsync(tenantId, id, ct) is not { } session || !await AddEndAsync(session, reason, actor, client, ct))
        {
            return false;
        }

        await journal.CommitAsync(CancellationToken.None);
        return true;
    }

    /// <summary>Ends all sessions of a person, but one if asked.</summary>
    /// <returns>How many ended.</returns>
    public async Task<int> EndAllAsync(
        TenantId tenantId, PersonId personId, SessionId? except, SessionEnd reason, AuditParty actor, ClientDescription client,
        CancellationToken ct)
    {
        var ended = await AddEndOfAllAsync(tenantId, personId, except, reason, actor, client, ct);
        await journal.CommitAsync(CancellationToken.None);
        return ended;
    }

    /// <summary>Adds the end of all sessions of a person to the unit of work; the caller commits.</summary>
    public async Task<int> AddEndOfAllAsync(
        TenantId tenantId, PersonId personId, SessionId? except, SessionEnd reason, AuditParty actor, ClientDescription client,
        CancellationToken ct)
    {
        var ended = 0;
        SessionId? before = null;
        while (true)
        {
            var page = await store.ListLiveAsync(tenantId, personId, before, PageSize, time.GetUtcNow(), ct);
            foreach (var session in page.Where(session => session.Id != except))
            {
                ended += await AddEndAsync(session, reason, actor, client, ct) ? 1 : 0;
            }

            if (page.Count < PageSize)
            {
                return ended;
            }

            before = page[^1].Id;
        }
    }

    /// <summary>Adds the end of one session, if it is the tenant's, to the unit of work; the caller commits.</summary>
    public async Task<bool> AddEndAsync(
        TenantId tenantId, SessionId id, SessionEnd reason, AuditParty actor, ClientDescription client, CancellationToken ct) =>
        await store.FindAsync(tenantId, id, ct) is { } session && await AddEndAsync(session, reason, actor, client, ct);

    /// <summary>Adds the end of one session to the unit of work; the caller commits.</summary>
    public async Task<bool> AddEndAsync(
        Session session, SessionEnd reason, AuditParty actor, ClientDescription client, CancellationToken ct)
    {
        if (!await store.EndAsync(session.TenantId, session.Id, reason, time.GetUtcNow(), ct))
        {
            return false;
        }

        journal.Announce(new Change(session.TenantId, ChangeKinds.SessionEnded, session.Id.ToString()));
        journal.Record(new AuditEntry
        {
            TenantId = session.TenantId,
            At = time.GetUtcNow(),
            Action = "session.end",
            Outcome = AuditOutcome.Success,
            Actor = actor,
            Target = new AuditParty("session", session.Id.ToString(), session.Client),
            Address = client.Address,
            Facts = new Dictionary<string, string>
            {
                ["reason"] = reason.ToString(),
                ["person"] = session.PersonId.ToString(),
                ["idp-session"] = session.IdpSession ?? "",
            },
        });
        return true;
    }
}
