using Keyline.Identity.Clock;

namespace Keyline.Server.Hosting;

/// <summary>Measures this node's clock against the time servers.</summary>
internal sealed class ClockMeasurement(OwnClock clock, ITimeServers servers, TimeProvider time, ILogger<ClockMeasurement> log) : BackgroundService
{
    // Long before a wrong clock makes sign-ins fail.
    private static readonly TimeSpan _worthWarning = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan _pause = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_pause, time);
        do
        {
            var measured = await clock.MeasureAsync(servers, stoppingToken);
            if (measured.Ok && measured.Value.Offset.Duration() > _worthWarning)
            {
                Log.ClockIsOff(log, ClockWords.Off(-measured.Value.Offset));
            }
            else if (measured is { Ok: false, Fault.Code: not ClockFaultCode.NotConfigured })
            {
                Log.ClockNotMeasured(log, measured.Fault.Detail);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
