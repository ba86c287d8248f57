using System.Globalization;

namespace Keyline.Identity.Clock;

/// <summary>Says clocks in words, for refusals and the console.</summary>
public static class ClockWords
{
    /// <summary>An offset: <c>42 s fast</c>, <c>3 min 5 s slow</c>, <c>right</c>.</summary>
    public static string Off(TimeSpan ahead)
    {
        var size = ahead.Duration();
        return size < TimeSpan.FromMilliseconds(500) ? "right to half a second" : $"{Span(size)} {(ahead > TimeSpan.Zero ? "fast" : "slow")}";
    }

    /// <summary>A refusal for time, with both clocks: the IdP's as its answer shows it, and ours as the time servers see it.</summary>
    /// <param name="now">Our clock.</param>
    /// <param name="ahead">How far the IdP's is ahead of ours.</param>
    /// <param name="tolerance">What is tolerated.</param>
    /// <param name="own">What is known of our own clock's error.</param>
    public static string Both(DateTimeOffset now, TimeSpan ahead, TimeSpan tolerance, ClockOffset? own)
    {
        var ours = own is null ? "not measured against time servers" : Off(-own.Offset) + " by the time servers";
        var whose = own is null ? "Compare both with a time server."
            : (ahead - own.Offset).Duration() > own.Offset.Duration() ? "The IdP's clock is the one to correct."
            : "This server's clock is the one to correct.";
        return string.Create(CultureInfo.InvariantCulture,
            $"Keyline's clock says {now:HH:mm:ss} UTC ({ours}); the IdP's says {now + ahead:HH:mm:ss} UTC, {Span(ahead.Duration())} ")
            + (ahead >= TimeSpan.Zero ? "ahead" : "behind")
            + string.Create(CultureInfo.InvariantCulture, $". {tolerance.TotalSeconds:0} s are tolerated. {whose}");
    }

    /// <summary>Our clock alone, where nothing is known of the other.</summary>
    public static string Ours(DateTimeOffset now, ClockOffset? own) => string.Create(CultureInfo.InvariantCulture, $"Keyline's clock says {now:HH:mm:ss} UTC (")
        + (own is null ? "not measured against time servers" : Off(-own.Offset) + " by the time servers") + ")";

    private static string Span(TimeSpan size) => size < TimeSpan.FromMinutes(1)
        ? string.Create(CultureInfo.InvariantCulture, $"{size.TotalSeconds:0.#} s")
        : size < TimeSpan.FromHours(1) ? string.Create(CultureInfo.InvariantCulture, $"{(int)size.TotalMinutes} min {size.Seconds} s")
        : string.Create(CultureInfo.InvariantCulture, $"{(int)size.TotalHours} h {size.Minutes} min");
}
