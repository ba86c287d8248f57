using System.Runtime.CompilerServices;
using Keyline.Identity.Federation;
using Keyline.Identity.People;
using Keyline.Identity.Sessions;
using Microsoft.EntityFrameworkCore;

namespace Keyline.Storage.Identity;

/// <summary>Stored sessions. Live means: not ended, and neither limit is over.</summary>
internal sealed class SessionStore(IdentityContext db) : ISessionStore
{
    public void Add(Session session) => db.Add(session);

    public Task<Session?> FindAsync(TenantId tenantId, SessionId id, CancellationToken ct) =>
        db.Set<Session>().AsNoTracking().FirstOrDefaultAsync(session => session.TenantId == tenantId && session.Id == id, ct);

    public async Task<Session?> FindLiveAsync(byte[] secretHash, DateTimeOffset now, CancellationToken ct) =>
        await Live(now).FirstOrDefaultAsync(session => session.SecretHash == secretHash, ct) is { } session && session.IsLive(now)
            ? session
            : null;

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

        // The idle limit is a column of each row; whoever has gone over it is sorted out here, and the page filled up.
        var found = new List<Session>();
        await foreach (var session in sessions.OrderByDescending(session => session.Id).AsAsyncEnumerable().WithCancellation(ct))
        {
            if (session.IsLive(now))
            {
                found.Add(session);
            }

            if (found.Count == limit)
            {
                break;
            }
        }

        return found;
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
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now).SetProperty(s => s.EndReason, reason), ct) == 1;
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
            if (session.EndsAt > now)
            {
                yield return session;
            }
        }
    }

    public async Task TouchAsync(IReadOnlyList<(SessionId Id, DateTimeOffset LastSeenAt)> seen, CancellationToken ct)
    {
        foreach (var chunk in seen.Chunk(500))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            foreach (var (id, at) in chunk)
            {
                await db.Set<Session>().Where(session => session.Id == id && session.LastSeenAt < at)
                    .ExecuteUpdateAsync(set => set.SetProperty(session => session.LastSeenAt, at), ct);
            }

            await transaction.CommitAsync(ct);
        }
    }

    private IQueryable<Session> Live(DateTimeOffset now) =>
        db.Set<Session>().AsNoTracking().Where(session => session.EndedAt == null && session.ExpiresAt > now);
}
