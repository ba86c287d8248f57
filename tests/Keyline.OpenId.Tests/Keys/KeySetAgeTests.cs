using Keyline.OpenId.Keys;

namespace Keyline.OpenId.Tests.Keys;

public class KeySetAgeTests
{
    private static readonly DateTimeOffset _start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly KeySetAge _age = new() { FetchedAt = _start, AttemptedAt = _start };

    [Theory]
    [InlineData(1, KeySetDecision.Use)]
    [InlineData(359, KeySetDecision.Use)]
    [InlineData(360, KeySetDecision.UseAndFetch)]
    [InlineData(4319, KeySetDecision.UseAndFetch)]
    [InlineData(4320, KeySetDecision.FetchFirst)]
    public void Decides_by_age(int minutes, KeySetDecision decision) =>
        Assert.Equal(decision, _age.DecideBeforeUse(_start.AddMinutes(minutes)));

    [Fact]
    public void Does_not_ask_a_provider_that_just_failed()
    {
        var failed = _age with { AttemptedAt = _start.AddDays(4) };

        Assert.Equal(KeySetDecision.Refuse, failed.DecideBeforeUse(_start.AddDays(4).AddSeconds(29)));
        Assert.Equal(KeySetDecision.FetchFirst, failed.DecideBeforeUse(_start.AddDays(4).AddSeconds(30)));
    }

    [Fact]
    public void An_unknown_key_asks_once_and_not_again_at_once()
    {
        Assert.Equal(KeySetDecision.FetchFirst, _age.DecideAfterUnknownKey(_start.AddSeconds(30)));

        var asked = _age with { AttemptedAt = _start.AddSeconds(30) };
        Assert.Equal(KeySetDecision.Refuse, asked.DecideAfterUnknownKey(_start.AddSeconds(31)));
    }

    [Fact]
    public void A_key_that_the_provider_itself_named_is_asked_for_at_once()
    {
        Assert.Equal(KeySetDecision.Refuse, _age.DecideAfterUnknownKey(_start.AddSeconds(0.5), fromProvider: true));
        Assert.Equal(KeySetDecision.FetchFirst, _age.DecideAfterUnknownKey(_start.AddSeconds(1), fromProvider: true));
        Assert.Equal(KeySetDecision.Refuse, _age.DecideAfterUnknownKey(_start.AddSeconds(1), fromProvider: false));
    }
}
