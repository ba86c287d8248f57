using Keyline.Identity.Federation;
using Keyline.Identity.People;
using Keyline.Identity.Sessions;

namespace Keyline.Testing.Identity;

public sealed class FakeSessions(FakeJournal journal) : ISessionStore
{
    public IList<Session> All { get; } = [];

    public void Add(Session session) => journal.Pend(() => All.Add(session));

    public Task<Session?> FindAsync(TenantId tenantId, SessionId id, CancellationToken ct) =>
        Task.FromResult(All.FirstOrDefault(session => session.TenantId == tenantId && session.Id == id));

    public Task<IReadOnlyList<Session>> ListLiveAsync(
        TenantId tenantId, PersonId? personId, SessionId? before, int limit, DateTimeOffset now, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<Session>>([.. All.Where(session => session.TenantId == tenantId && session.EndedAt is null
            && (personId is null || session.PersonId == personId)).Take(limit)]);

    public Task<IReadOnlyList<Session>> FindByIdpAsync(
        ConnectionId connectionId, string? idpSubject, string? idpSession, DateTimeOffset now, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<Session>>([.. All.Where(session => session.ConnectionId == connectionId && session.EndedAt is null
            && (idpSession is not null ? session.IdpSession == idpSession : session.IdpSubject == idpSubject))]);

    public Task<Session?> FindLiveAsync(byte[] secretHash, DateTimeOffset now, CancellationToken ct) =>
        Task.FromResult(All.FirstOrDefault(session => session.IsLive(now) && session.SecretHash.AsSpan().SequenceEqual(secretHash)));

    public Task<bool> EndAsync(TenantId tenantId, SessionId id, SessionEnd reason, DateTimeOffset now, CancellationToken ct)
    {
        var found = All.FirstOrDefault(session => session.TenantId == tenantId && session.Id == id && session.EndedAt is null);
        if (found is not null)
        {
            All[All.IndexOf(found)] = found with { EndedAt = now, EndReason = reason };
        }

        return Task.FromResult(found is not null);
    }

    public IAsyncEnumerable<LiveSession> ReadLiveAsync(DateTimeOffset now, CancellationToken ct) =>
        All.Where(session => session.EndedAt is null).Select(LiveSession.Of).ToAsyncEnumerable();

    public Task TouchAsync(IReadOnlyList<(SessionId Id, DateTimeOffset LastSeenAt)> seen, CancellationToken ct) => Task.CompletedTask;
}
