using System.Collections.Concurrent;
using Keyline.Identity.Federation;

namespace Keyline.Identity.Clock;

/// <summary>
/// How far each IdP's clock is ahead of ours, from its live answers. The median of the last answers counts: one answer that
/// lay in a browser for a while, or a single odd one, moves nothing.
/// </summary>
public sealed class ProviderClocks(TimeProvider time)
{
    public const int Samples = 15;

    private static readonly TimeSpan _recent = TimeSpan.FromHours(24);

    private readonly ConcurrentDictionary<ConnectionId, Queue<(DateTimeOffset At, TimeSpan Ahead)>> _samples = new();

    /// <summary>Notes one answer: positive when the IdP is ahead.</summary>
    public void Note(ConnectionId connection, TimeSpan ahead)
    {
        var samples = _samples.GetOrAdd(connection, _ => new Queue<(DateTimeOffset, TimeSpan)>(Samples));
        lock (samples)
        {
            if (samples.Count == Samples)
            {
                samples.Dequeue();
            }

            samples.Enqueue((time.GetUtcNow(), ahead));
        }
    }

    /// <summary>What is known of an IdP's clock; null when it has not answered within a day.</summary>
    public ProviderClock? Find(ConnectionId connection)
    {
        if (!_samples.TryGetValue(connection, out var samples))
        {
            return null;
        }

        (DateTimeOffset At, TimeSpan Ahead)[] recent;
        lock (samples)
        {
            recent = [.. samples.Where(sample => time.GetUtcNow() - sample.At < _recent)];
        }

        return recent.Length == 0 ? null : new ProviderClock(Median(recent.Select(sample => sample.Ahead)), recent.Length, recent.Max(sample => sample.At));
    }

    private static TimeSpan Median(IEnumerable<TimeSpan> values)
    {
        var sorted = values.Order().ToList();
        var middle = sorted.Count / 2;
        return sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
