using Keyline.Identity.Clock;
using Keyline.Identity.Federation;
using Keyline.Testing.Identity;

namespace Keyline.Identity.Tests.Clock;

public class ClockTests
{
    private readonly AdminWorld _world = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Keeps_the_last_offset_when_a_measurement_fails()
    {
        var servers = new FakeTimeServers { Answer = Offset(TimeSpan.FromSeconds(-2)) };
        var clock = new OwnClock(_world.Time);

        Assert.Equal(ClockFaultCode.NoAnswer, clock.Fault?.Code);
        await clock.MeasureAsync(servers, Ct);
        Assert.Null(clock.Fault);
        Assert.Equal(_world.Time.Now.AddSeconds(-2), clock.TrueNow);

        servers.Answer = new ClockFault(ClockFaultCode.ServersDisagree, "9 s apart");
        await clock.MeasureAsync(servers, Ct);
        Assert.Equal(ClockFaultCode.ServersDisagree, clock.Fault?.Code);
        Assert.Equal(TimeSpan.FromSeconds(-2), clock.Offset?.Offset);
    }

    [Fact]
    public void One_odd_answer_moves_nothing()
    {
        var clocks = new ProviderClocks(_world.Time);
        var idp = ConnectionId.New();
        foreach (var seconds in new[] { 1, 2, 1, 900, 2 })
        {
            clocks.Note(idp, TimeSpan.FromSeconds(seconds));
        }

        Assert.Equal(TimeSpan.FromSeconds(2), clocks.Find(idp)?.Ahead);
        Assert.Null(clocks.Find(ConnectionId.New()));
    }

    [Fact]
    public void A_clock_that_has_changed_is_seen_after_a_few_answers_and_old_ones_are_forgotten()
    {
        var clocks = new ProviderClocks(_world.Time);
        var idp = ConnectionId.New();
        for (var i = 0; i < ProviderClocks.Samples; i++)
        {
            clocks.Note(idp, TimeSpan.Zero);
        }

        for (var i = 0; i < (ProviderClocks.Samples / 2) + 1; i++)
        {
            clocks.Note(idp, TimeSpan.FromSeconds(40));
        }

        Assert.Equal(TimeSpan.FromSeconds(40), clocks.Find(idp)?.Ahead);
        Assert.Equal(ProviderClocks.Samples, clocks.Find(idp)?.Answers);
        _world.Time.Now += TimeSpan.FromHours(25);
        Assert.Null(clocks.Find(idp));
    }

    [Theory]
    [InlineData(30, false)]
    [InlineData(31, true)]
    [InlineData(-31, true)]
    public void Warns_above_half_of_the_tolerance(int seconds, bool warns) => Assert.Equal(
        warns, new ProviderClock(TimeSpan.FromSeconds(seconds), 5, _world.Time.Now).NearsLimit(TimeSpan.FromSeconds(60)));

    [Fact]
    public async Task The_state_of_a_tenant_names_what_needs_attention()
    {
        var clock = new OwnClock(_world.Time);
        await clock.MeasureAsync(new FakeTimeServers { Answer = Offset(TimeSpan.FromSeconds(45)) }, Ct);
        var clocks = new ProviderClocks(_world.Time);
        var slow = _world.AddConnection(_world.Acme, "slow");
        clocks.Note(slow.Id, TimeSpan.FromSeconds(-50));
        clocks.Note(_world.AddConnection(_world.Acme, "good").Id, TimeSpan.FromSeconds(1));
        clocks.Note(_world.AddConnection(_world.Other, "foreign").Id, TimeSpan.FromMinutes(9));

        var state = await new ReadClocks(clock, clocks, _world.Connections, _world.Settings, _world.Time).ReadAsync(_world.Acme.Id, Ct);

        Assert.Equal(2, state.Providers.Count);
        Assert.Equal(
            ["This server's clock is 45 s slow. Correct it, best by a time service, before sign-ins fail.",
                "The clock of 'slow' is 50 s slow; sign-ins fail beyond 60 s."],
            state.Warnings);
    }

    [Fact]
    public void A_refusal_says_both_clocks_and_whose_is_wrong()
    {
        var now = _world.Time.Now;

        Assert.Equal(
            "Keyline's clock says 09:00:00 UTC (right to half a second by the time servers); the IdP's says 09:05:10 UTC, 5 min 10 s ahead. "
            + "60 s are tolerated. The IdP's clock is the one to correct.",
            ClockWords.Both(now, TimeSpan.FromSeconds(310), TimeSpan.FromSeconds(60), Offset(TimeSpan.Zero)));
        Assert.Contains("This server's clock is the one to correct.",
            ClockWords.Both(now, TimeSpan.FromSeconds(310), TimeSpan.FromSeconds(60), Offset(TimeSpan.FromSeconds(300))), StringComparison.Ordinal);
        Assert.Contains("not measured", ClockWords.Both(now, TimeSpan.FromHours(-2), TimeSpan.FromSeconds(60), null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_for_time_gets_a_remark_and_no_other_does()
    {
        var clocks = new ProviderClocks(_world.Time);
        var remark = new ClockRemark(new OwnClock(_world.Time), clocks, _world.Settings, _world.Time);
        var idp = _world.AddConnection(_world.Acme, "corp");

        Assert.Null(await remark.FindAsync("saml.WrongAudience", idp, Ct));
        Assert.Null(await remark.FindAsync("", idp, Ct));
        Assert.Contains("Keyline's clock says 09:00:00 UTC", await remark.FindAsync("saml.Expired", idp, Ct), StringComparison.Ordinal);
        clocks.Note(idp.Id, TimeSpan.FromSeconds(90));
        Assert.Contains("the IdP's says 09:01:30 UTC", await remark.FindAsync("oidc.IssuedInFuture", idp, Ct), StringComparison.Ordinal);
    }

    private ClockOffset Offset(TimeSpan offset) => new(offset, TimeSpan.FromMilliseconds(20), _world.Time.Now, []);
}
