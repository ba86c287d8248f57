namespace Keyline.Server.Human.Health.Metrics;

/// <summary>How often one route was asked, how it was answered, and how long that took.</summary>
internal sealed class RouteCount
{
    /// <summary>The upper bounds of the durations, in seconds.</summary>
    public static readonly double[] Bounds = [0.005, 0.025, 0.1, 0.5, 2.5];

    private readonly long[] _byBucket = new long[Bounds.Length + 1];
    private readonly long[] _byClass = new long[6];
    private long _microseconds;

    public void Add(int status, TimeSpan took)
    {
        var bucket = 0;
        while (bucket < Bounds.Length && took.TotalSeconds > Bounds[bucket])
        {
            bucket++;
        }

        Interlocked.Increment(ref _byBucket[bucket]);
        Interlocked.Increment(ref _byClass[Math.Clamp(status / 100, 0, 5)]);
        Interlocked.Add(ref _microseconds, (long)took.TotalMicroseconds);
    }

    public long InBucket(int bucket) => Volatile.Read(ref _byBucket[bucket]);

    /// <summary>Answers by the first digit of their status.</summary>
    public long OfClass(int first) => Volatile.Read(ref _byClass[first]);

    public double Seconds => Volatile.Read(ref _microseconds) / 1e6;
}
