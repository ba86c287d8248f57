using Keyline.Identity.Clock;

namespace Keyline.Server.Cli.Doctor;

/// <summary>Whether this machine's clock is right.</summary>
internal sealed class ClockCheck(OwnClock clock, ITimeServers servers) : IInstallationCheck
{
    private const string About = "clock";
    private static readonly TimeSpan _worthWarning = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _breaks = TimeSpan.FromSeconds(30);

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken ct)
    {
        var measured = await clock.MeasureAsync(servers, ct);
        if (!measured.Ok)
        {
            return [Finding.Warn(About, $"could not be measured: {measured.Fault.Detail}",
                measured.Fault.Code == ClockFaultCode.NotConfigured
                    ? "Set Time:Servers to two or three time servers that this machine can reach."
                    : "Check Time:Servers, and that UDP port 123 is open to them.")];
        }

        var offset = measured.Value.Offset;
        var says = $"this machine's clock is {ClockWords.Off(-offset)}";
        return offset.Duration() switch
        {
            var off when off > _breaks => [Finding.Fail(About, says, "Correct it, best by a time service: sign-ins fail beyond 60 s.")],
            var off when off > _worthWarning => [Finding.Warn(About, says, "Let a time service keep it.")],
            _ => [Finding.Ok(About, says)],
        };
    }
}
