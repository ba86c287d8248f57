using System.Collections.Concurrent;
using Keyline.Journal;
using Keyline.Secrets;

namespace Keyline.Identity.Sessions;

/// <summary>
/// All live sessions, in memory: a session check asks no database. The change feed adds what began and removes what ended
/// on any node.
/// </summary>
public sealed class SessionIndex(TimeProvider time) : IChangeListener
{
    // Longer than any sign-in takes between its commit and its entry here.
    private static readonly TimeSpan _endsAreKept = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<SecretHash, LiveSession> _byHash = new();
    private readonly ConcurrentDictionary<SessionId, LiveSession> _byId = new();
    private readonly ConcurrentDictionary<SessionId, DateTimeOffset> _ended = new();

    /// <summary>Raised when a session ends here, for pages that are open.</summary>
    public event EventHandler<SessionEndedEventArgs>? Ended;

    /// <summary>How many sessions are live.</summary>
    public int Count => _byHash.Count;

    /// <summary>The live session that a cookie's secret opens at a tenant, and marks it as used.</summary>
    public LiveSession? Use(TenantId tenantId, ReadOnlySpan<char> secret)
    {
        if (secret.Length != BearerSecret.Length || !_byHash.TryGetValue(SecretHash.OfSecret(secret), out var session)
            || session.TenantId != tenantId)
        {
            return null;
        }

        var now = time.GetUtcNow();
        if (session.EndsAt <= now)
        {
            Remove(session);
            return null;
        }

        session.Touch(now);
        return session;
    }

    public LiveSession? Find(SessionId id) =>
        _byId.TryGetValue(id, out var session) && session.EndsAt > time.GetUtcNow() ? session : null;

    /// <summary>Takes in a session. Doing so twice does no harm, and one that has ended already stays out.</summary>
    public void Add(LiveSession session)
    {
        if (_byId.TryAdd(session.Id, session))
        {
            _byHash[session.Hash] = session;
        }

        // Looked at afterwards: an end that came in between has either removed the session or is seen here.
        if (_ended.ContainsKey(session.Id))
        {
            Remove(session);
        }
    }

    /// <summary>The sessions whose last use is not stored yet, for a writer that runs every minute.</summary>
    public IReadOnlyList<(SessionId Id, DateTimeOffset LastSeenAt)> TakeUnstored(TimeSpan precision)
    {
        var seen = new List<(SessionId, DateTimeOffset)>();
        foreach (var (_, session) in _byId)
        {
            if (session.TakeUnstored(precision))
            {
                seen.Add((session.Id, session.LastSeenAt));
            }
        }

        return seen;
    }

    /// <summary>Forgets the sessions whose time is over.</summary>
    public int RemoveExpired()
    {
        var now = time.GetUtcNow();
        var removed = 0;
        foreach (var (id, at) in _ended)
        {
            if (at < now - _endsAreKept)
            {
                _ended.TryRemove(id, out _);
            }
        }

        foreach (var (_, session) in _byId)
        {
            if (session.EndsAt <= now)
            {
                Remove(session);
                removed++;
            }
        }

        return removed;
    }

    /// <inheritdoc/>
    public void OnChange(Change change)
    {
        if (change.Kind != ChangeKinds.SessionEnded || !Guid.TryParse(change.Subject, out var subject))
        {
            return;
        }

        _ended[new SessionId(subject)] = time.GetUtcNow();
        if (_byId.TryGetValue(new SessionId(subject), out var session) && session.TenantId == change.TenantId)
        {
            Remove(session);
        }
    }

    private void Remove(LiveSession session)
    {
        _byHash.TryRemove(session.Hash, out _);
        if (_byId.TryRemove(session.Id, out _))
        {
            Ended?.Invoke(this, new SessionEndedEventArgs(session));
        }
    }
}
