using Keyline.Identity.Clock;

namespace Keyline.Testing.Identity;

public sealed class FakeTimeServers : ITimeServers
{
    public required Result<ClockOffset, ClockFault> Answer { get; set; }

    public Task<Result<ClockOffset, ClockFault>> MeasureAsync(CancellationToken ct) => Task.FromResult(Answer);
}
