namespace Keyline.Server.Hosting;

/// <summary>When this node last saw every committed audit entry sealed, by itself or by another node.</summary>
public sealed class SealerState(TimeProvider time)
{
    private long _caughtUpAt = time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>How long ago that was.</summary>
    public TimeSpan Age => time.GetUtcNow() - DateTimeOffset.FromUnixTimeMilliseconds(Volatile.Read(ref _caughtUpAt));

    internal void CaughtUp() => Volatile.Write(ref _caughtUpAt, time.GetUtcNow().ToUnixTimeMilliseconds());
}
