using Keyline.Identity.Federation;
using Keyline.Identity.People;

namespace Keyline.Identity.Sessions;

/// <summary>What a session check needs to know of a session; small, because a node keeps all of them.</summary>
public sealed class LiveSession
{
    // Instants and durations in milliseconds: half the size, and a node keeps a million of them.
    private readonly long _authenticated;
    private readonly long _expires;
    private readonly long _idle;
    private long _lastSeen;
    private long _stored;

    public required SessionId Id { get; init; }

    public required TenantId TenantId { get; init; }

    public required PersonId PersonId { get; init; }

    public required SecretHash Hash { get; init; }

    public required SignInMethod Method { get; init; }

    public required Assurance Assurance { get; init; }

    public ConnectionId? ConnectionId { get; init; }

    public required DateTimeOffset AuthenticatedAt
    {
        get => DateTimeOffset.FromUnixTimeMilliseconds(_authenticated);
        init => _authenticated = value.ToUnixTimeMilliseconds();
    }

    public required DateTimeOffset ExpiresAt
    {
        get => DateTimeOffset.FromUnixTimeMilliseconds(_expires);
        init => _expires = value.ToUnixTimeMilliseconds();
    }

    public required TimeSpan IdleLimit
    {
        get => TimeSpan.FromMilliseconds(_idle);
        init => _idle = (long)value.TotalMilliseconds;
    }

    public required DateTimeOffset LastSeenAt
    {
        get => DateTimeOffset.FromUnixTimeMilliseconds(Volatile.Read(ref _lastSeen));
        init => _lastSeen = _stored = value.ToUnixTimeMilliseconds();
    }

    /// <summary>When the session ends if nothing more is heard of it.</summary>
    public DateTimeOffset EndsAt => DateTimeOffset.FromUnixTimeMilliseconds(Math.Min(_expires, Volatile.Read(ref _lastSeen) + _idle));

    /// <summary>The in-memory form of a stored session.</summary>
    public static LiveSession Of(Session session) => new()
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
    };

    internal void Touch(DateTimeOffset now) => Volatile.Write(ref _lastSeen, now.ToUnixTimeMilliseconds());

    // Answers once for each use that has not been written down yet, if it is worth writing.
    internal bool TakeUnstored(TimeSpan precision)
    {
        var seen = Volatile.Read(ref _lastSeen);
        if (seen - _stored < precision.TotalMilliseconds)
        {
            return false;
        }

        _stored = seen;
        return true;
    }
}
