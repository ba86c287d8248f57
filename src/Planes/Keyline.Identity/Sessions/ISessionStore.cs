using Keyline.Identity.Federation;
using Keyline.Identity.People;

namespace Keyline.Identity.Sessions;

/// <summary>Port: the stored sessions.</summary>
public interface ISessionStore
{
    void Add(Session session);

    Task<Session?> FindAsync(TenantId tenantId, SessionId id, CancellationToken ct);

    /// <summary>Live sessions, newest first: of one person, or of the tenant.</summary>
    Task<IReadOnlyList<Session>> ListLiveAsync(
        TenantId tenantId, PersonId? personId, SessionId? before, int limit, DateTimeOffset now, CancellationToken ct);

    /// <summary>Live sessions that an IdP's logout names: by its session where given, else all of the subject.</summary>
    Task<IReadOnlyList<Session>> FindByIdpAsync(
        ConnectionId connectionId, string? idpSubject, string? idpSession, DateTimeOffset now, CancellationToken ct);

    /// <summary>The live session with this hash of its secret.</summary>
    Task<Session?> FindLiveAsync(byte[] secretHash, DateTimeOffset now, CancellationToken ct);

    /// <summary>Ends a live session, with the next commit; false when it had ended already.</summary>
    Task<bool> EndAsync(TenantId tenantId, SessionId id, SessionEnd reason, DateTimeOffset now, CancellationToken ct);

    /// <summary>Everything that is live, in no order, for a node that starts.</summary>
    IAsyncEnumerable<LiveSession> ReadLiveAsync(DateTimeOffset now, CancellationToken ct);

    /// <summary>Keeps when sessions were last used.</summary>
    Task TouchAsync(IReadOnlyList<(SessionId Id, DateTimeOffset LastSeenAt)> seen, CancellationToken ct);
}
