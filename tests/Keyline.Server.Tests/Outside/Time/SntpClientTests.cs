using Keyline.Identity.Clock;
using Keyline.Server.Outside.Time;
using Keyline.Testing.Peers;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Keyline.Server.Tests.Outside.Time;

public class SntpClientTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Measures_against_a_real_server()
    {
        await using var chrony = await Peer.StartAsync("ntp");

        var right = await MeasureAsync(TimeProvider.System, $"{chrony.Host}:{chrony.Port}");
        var behind = await MeasureAsync(new ShiftedTime(TimeSpan.FromSeconds(-100)), $"{chrony.Host}:{chrony.Port}");

        Assert.InRange(right.Value?.Offset.TotalSeconds ?? 99, -0.5, 0.5);
        Assert.InRange(behind.Value?.Offset.TotalSeconds ?? 0, 99.5, 100.5);
    }

    [Fact]
    public async Task Takes_the_median_of_three_so_that_one_liar_changes_nothing()
    {
        using var first = new FakeTimeServer(TimeSpan.Zero);
        using var second = new FakeTimeServer(TimeSpan.FromSeconds(1));
        using var liar = new FakeTimeServer(TimeSpan.FromDays(400));

        var measured = await MeasureAsync(TimeProvider.System, first.Address, liar.Address, second.Address);

        Assert.InRange(measured.Value?.Offset.TotalSeconds ?? 99, 0.5, 1.5);
    }

    [Fact]
    public async Task Believes_none_of_two_servers_that_disagree()
    {
        using var first = new FakeTimeServer(TimeSpan.Zero);
        using var second = new FakeTimeServer(TimeSpan.FromMinutes(1));

        var measured = await MeasureAsync(TimeProvider.System, first.Address, second.Address);

        Assert.Equal(ClockFaultCode.ServersDisagree, measured.Fault?.Code);
    }

    [Theory]
    [InlineData(1, 0, "kiss-o'-death RATE")]
    [InlineData(0, 0xE4, "not synchronized")]
    [InlineData(1, 16, "not synchronized")]
    [InlineData(4, 0x7F, "not synchronized")]
    [InlineData(32, 0xFF, "contradict")]
    public async Task Believes_no_server_that_is_not_sure_itself(int position, byte value, string said)
    {
        using var server = new FakeTimeServer(TimeSpan.Zero, answer => answer[position] = value);

        var measured = await MeasureAsync(TimeProvider.System, server.Address);

        Assert.Equal(ClockFaultCode.NoAnswer, measured.Fault?.Code);
        Assert.Contains(said, measured.Fault?.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(24)]
    [InlineData(31)]
    [InlineData(0)]
    public async Task Passes_over_an_answer_to_another_question(int position)
    {
        using var server = new FakeTimeServer(TimeSpan.Zero, answer => answer[position] ^= 1);

        var measured = await MeasureAsync(TimeProvider.System, server.Address);

        Assert.Contains("no answer", measured.Fault?.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_that_nothing_is_configured() =>
        Assert.Equal(ClockFaultCode.NotConfigured, (await MeasureAsync(TimeProvider.System)).Fault?.Code);

    [Fact]
    public void Knows_the_years_after_2036()
    {
        var first = SntpMessage.Timestamp([0, 0, 0, 1, 0x80, 0, 0, 0]);

        Assert.Equal(new DateTimeOffset(2036, 2, 7, 6, 28, 17, 500, TimeSpan.Zero), first);
    }

    [Theory]
    [InlineData("ntp.example.com", true)]
    [InlineData("ntp.example.com:1123", true)]
    [InlineData("[2001:db8::1]:123", true)]
    [InlineData("", false)]
    [InlineData("ntp.example.com:0", false)]
    [InlineData("http://ntp.example.com", false)]
    public void Checks_the_names_of_servers(string server, bool good)
    {
        var options = new TimeOptions();
        options.Servers.Add(server);

        Assert.Equal(good, new TimeOptionsCheck().Validate(null, options).Succeeded);
    }

    private static Task<Result<ClockOffset, ClockFault>> MeasureAsync(TimeProvider time, params IEnumerable<string> servers)
    {
        var options = new TimeOptions { Timeout = TimeSpan.FromSeconds(1) };
        foreach (var server in servers)
        {
            options.Servers.Add(server);
        }

        return new SntpClient(Options.Create(options), time, NullLogger<SntpClient>.Instance).MeasureAsync(Ct);
    }

    private sealed class ShiftedTime(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + by;
    }
}
