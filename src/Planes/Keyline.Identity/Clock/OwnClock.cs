namespace Keyline.Identity.Clock;

/// <summary>How far this node's own clock is off, as last measured.</summary>
public sealed class OwnClock(TimeProvider time)
{
    private ClockOffset? _offset;
    private ClockFault? _fault = new(ClockFaultCode.NoAnswer, "the clock has not been measured since the start");

    /// <summary>The last offset that could be measured; null when there was none yet.</summary>
    public ClockOffset? Offset => Volatile.Read(ref _offset);

    /// <summary>Why the last measurement failed; null when it did not.</summary>
    public ClockFault? Fault => Volatile.Read(ref _fault);

    /// <summary>The time as the servers have it, as far as is known.</summary>
    public DateTimeOffset TrueNow => time.GetUtcNow() + (Offset?.Offset ?? TimeSpan.Zero);

    /// <summary>Asks the time servers and keeps the answer.</summary>
    public async Task<Result<ClockOffset, ClockFault>> MeasureAsync(ITimeServers servers, CancellationToken ct)
    {
        var measured = await servers.MeasureAsync(ct);
        if (measured.Ok)
        {
            Volatile.Write(ref _offset, measured.Value);
        }

        Volatile.Write(ref _fault, measured.Fault);
        return measured;
    }
}
