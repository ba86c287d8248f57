namespace Keyline.Identity.Authenticators.Throttling;

/// <summary>Port: the counters, which all nodes share. Every method takes effect at once, whatever the caller commits or not.</summary>
public interface IThrottleStore
{
    Task<ThrottleCounter?> FindAsync(ThrottleKey key, CancellationToken ct);

    /// <summary>The counters that there are among these keys.</summary>
    Task<IReadOnlyList<ThrottleCounter>> FindAsync(IReadOnlyList<ThrottleKey> keys, CancellationToken ct);

    /// <summary>
    /// Replaces a counter, or adds it where there was none. False when another attempt was quicker: what was read is no longer
    /// what is there.
    /// </summary>
    Task<bool> TryReplaceAsync(ThrottleCounter? read, ThrottleCounter replacement, CancellationToken ct);

    /// <summary>Removes a counter.</summary>
    Task RemoveAsync(ThrottleKey key, CancellationToken ct);

    /// <summary>Removes counters that have expired; and the oldest, where more than so many are left.</summary>
    Task<int> RemoveExpiredAsync(DateTimeOffset now, int keepAtMost, CancellationToken ct);
}
