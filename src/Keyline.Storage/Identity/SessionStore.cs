using System.Runtime.CompilerServices;
using Keyline.Identity.Federation;
using Keyline.Identity.People;
using Keyline.Identity.Sessions;
using Keyline.Storage.Identity.Rows;
using Microsoft.EntityFrameworkCore;

namespace Keyline.Storage.Identity;

/// <summary>Stored sessions. Live means: not ended, and neither limit is over.</summary>
internal sealed class SessionStore(IdentityContext db) : ISessionStore
{
    private const int TouchesAtOnce = 250;

    private const string Touch =
        """
        update sessions set last_seen_at = seen.column2,
            ends_at = case when expires_at < seen.column2 + idle_limit then expires_at else seen.column2 + idle_limit end
        from (values $values) as seen
        where sessions.id = seen.column1 and sessions.last_seen_at < seen.column2 and sessions.ended_at is null
        """;

    public void Add(Session session) => db.Add(session).Property<DateTimeOffset>(SessionRows.EndsAt).CurrentValue =
        session.EndedAt ?? LiveSession.Of(session).EndsAt;

    public Task<Session?> FindAsync(TenantId tenantId, SessionId id, CancellationToken ct) =>
        db.Set<Session>().AsNoTracking().FirstOrDefaultAsync(session => session.TenantId == tenantId && session.Id == id, ct);

    public Task<Session?> FindLiveAsync(byte[] secretHash, DateTimeOffset now, CancellationToken ct) =>
        Live(now).FirstOrDefaultAsync(session => session.SecretHash == secretHash, ct);

    public async Task<IReadOnlyList<Session>> ListLiveAsync(
        TenantId tenantId, PersonId? personId, SessionId? before, int limit, DateTimeOffset now, CancellationToken ct)
    {
        var sessions = Live(now).Where(session => session.TenantId == tenantId);
        if (personId is { } person)
        {
            sessions = sessions.Where(session => session.PersonId == person);
        }

        if (before is { } last)
        {
            sessions = sessions.Where(session => session.Id < last);
        }

        return await sessions.OrderByDescending(session => session.Id).Take(limit).ToListAsync(ct);
    }

    public async Task<IReadOnlyList<Session>> FindByIdpAsync(
        ConnectionId connectionId, string? idpSubject, string? idpSession, DateTimeOffset now, CancellationToken ct)
    {
        if (idpSubject is null && idpSession is null)
        {
            return [];
        }

        var sessions = Live(now).Where(session => session.ConnectionId == connectionId);
        if (idpSubject is not null)
        {
            sessions = sessions.Where(session => session.IdpSubject == idpSubject);
        }

        if (idpSession is not null)
        {
            sessions = sessions.Where(session => session.IdpSession == idpSession);
        }

        return await sessions.OrderBy(session => session.Id).ToListAsync(ct);
    }

    public async Task<bool> EndAsync(TenantId tenantId, SessionId id, SessionEnd reason, DateTimeOffset now, CancellationToken ct)
    {
        await db.EnsureTransactionAsync(ct);
        return await db.Set<Session>().Where(session => session.TenantId == tenantId && session.Id == id && session.EndedAt == null)
            .ExecuteUpdateAsync(set => set
                .SetProperty(s => s.EndedAt, now)
                .SetProperty(s => s.EndReason, reason)
                .SetProperty(s => EF.Property<DateTimeOffset>(s, SessionRows.EndsAt), now), ct) == 1;
    }

    public async IAsyncEnumerable<LiveSession> ReadLiveAsync(DateTimeOffset now, [EnumeratorCancellation] CancellationToken ct)
    {
        var live = Live(now).Select(session => new LiveSession
        {
            Id = session.Id,
            TenantId = session.TenantId,
            PersonId = session.PersonId,
            Hash = SecretHash.Of(session.SecretHash),
            Method = session.Method,
            Assurance = session.Assurance,
            ConnectionId = session.ConnectionId,
            AuthenticatedAt = session.AuthenticatedAt,
            ExpiresAt = session.ExpiresAt,
            IdleLimit = session.IdleLimit,
            LastSeenAt = session.LastSeenAt,
        });
        await foreach (var session in live.AsAsyncEnumerable().WithCancellation(ct))
        {
            yield return session;
        }
    }

    // A statement for many. In the order of ids, so that two nodes that do the same wait for each other, and don't lock each other.
    public async Task TouchAsync(IReadOnlyList<(SessionId Id, DateTimeOffset LastSeenAt)> seen, CancellationToken ct)
    {
        foreach (var chunk in seen.OrderBy(touch => touch.Id).Chunk(TouchesAtOnce))
        {
            var values = string.Join(", ", Enumerable.Range(0, chunk.Length).Select(row => $"({{{2 * row}}}, {{{(2 * row) + 1}}})"));
            await db.Database.ExecuteSqlRawAsync(
                Touch.Replace("$values", values, StringComparison.Ordinal),
                chunk.SelectMany(touch => new object[] { touch.Id.Value, touch.LastSeenAt.ToUnixTimeMilliseconds() }), ct);
        }
    }

    private IQueryable<Session> Live(DateTimeOffset now) => db.Set<Session>().AsNoTracking()
        .Where(session => session.EndedAt == null && EF.Property<DateTimeOffset>(session, SessionRows.EndsAt) > now);
}
