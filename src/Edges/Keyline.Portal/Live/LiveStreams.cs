using System.Collections.Concurrent;
using Keyline.Identity.Sessions;

namespace Keyline.Portal.Live;

/// <summary>The open pages of this node, by session: they hear at once when their session ends.</summary>
public sealed class LiveStreams : IDisposable
{
    /// <summary>How many a session can have; browsers open six connections to a host, and pages need some too.</summary>
    public const int MaxPerSession = 4;

    private readonly ConcurrentDictionary<SessionId, List<TaskCompletionSource>> _open = new();
    private readonly SessionIndex _sessions;

    public LiveStreams(SessionIndex sessions)
    {
        _sessions = sessions;
        _sessions.Ended += OnEnded;
    }

    /// <summary>Waits for the end of a session from now on; null when it has as many open pages as it may have.</summary>
    internal TaskCompletionSource? Open(SessionId id)
    {
        var mine = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        while (true)
        {
            var all = _open.GetOrAdd(id, _ => []);
            lock (all)
            {
                // A list that was emptied a moment ago is not in the table any more.
                if (!_open.TryGetValue(id, out var current) || current != all)
                {
                    continue;
                }

                if (all.Count >= MaxPerSession)
                {
                    return null;
                }

                all.Add(mine);
                return mine;
            }
        }
    }

    internal void Close(SessionId id, TaskCompletionSource mine)
    {
        if (_open.TryGetValue(id, out var all))
        {
            lock (all)
            {
                all.Remove(mine);
                if (all.Count == 0)
                {
                    _open.TryRemove(id, out _);
                }
            }
        }
    }

    public void Dispose() => _sessions.Ended -= OnEnded;

    private void OnEnded(object? sender, SessionEndedEventArgs ended)
    {
        if (_open.TryGetValue(ended.Session.Id, out var all))
        {
            lock (all)
            {
                all.ForEach(page => page.TrySetResult());
            }
        }
    }
}
