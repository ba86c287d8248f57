namespace Keyline.Identity.Clock;

/// <summary>How far this machine's clock is off.</summary>
/// <param name="Offset">What must be added to this machine's time to get the true one: positive when this clock is slow.</param>
/// <param name="Uncertainty">How much the offset may be wrong: half of the median server's round trip.</param>
/// <param name="MeasuredAt">When, by this machine's clock.</param>
/// <param name="Readings">Every server's answer.</param>
public sealed record ClockOffset(
    TimeSpan Offset, TimeSpan Uncertainty, DateTimeOffset MeasuredAt, IReadOnlyList<TimeServerReading> Readings);
