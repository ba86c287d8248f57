using System.Collections.Concurrent;
using Keyline.Identity.Authenticators.Throttling;

namespace Keyline.Testing.Identity;

/// <summary>Counters in memory. Two throttles over one of these are two nodes over one database.</summary>
public sealed class FakeThrottleStore : IThrottleStore
{
    private readonly ConcurrentDictionary<ThrottleKey, ThrottleCounter> _rows = new();

    public int Count => _rows.Count;

    public Task<ThrottleCounter?> FindAsync(ThrottleKey key, CancellationToken ct) => Task.FromResult(_rows.GetValueOrDefault(key));

    public Task<IReadOnlyList<ThrottleCounter>> FindAsync(IReadOnlyList<ThrottleKey> keys, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<ThrottleCounter>>([.. keys.Select(key => _rows.GetValueOrDefault(key)).OfType<ThrottleCounter>()]);

    public Task<bool> TryReplaceAsync(ThrottleCounter? read, ThrottleCounter replacement, CancellationToken ct) => Task.FromResult(read is null
        ? _rows.TryAdd(replacement.Key, replacement)
        : _rows.TryUpdate(replacement.Key, replacement, read));

    public Task RemoveAsync(ThrottleKey key, CancellationToken ct)
    {
        _rows.TryRemove(key, out _);
        return Task.CompletedTask;
    }

    public Task<int> RemoveExpiredAsync(DateTimeOffset now, int keepAtMost, CancellationToken ct)
    {
        var gone = _rows.Values.Where(row => row.ExpiresAt <= now).ToList();
        var left = _rows.Values.Except(gone).OrderByDescending(row => row.CountedAt).Skip(keepAtMost);
        return Task.FromResult(gone.Concat(left.ToList()).Count(row => _rows.TryRemove(row.Key, out _)));
    }
}
