namespace Keyline.Identity.Clock;

/// <summary>Asks time servers how far this machine's clock is off.</summary>
public interface ITimeServers
{
    /// <summary>Asks all configured servers at once.</summary>
    Task<Result<ClockOffset, ClockFault>> MeasureAsync(CancellationToken ct);
}
