namespace Keyline.Identity.Clock;

/// <summary>How far an IdP's clock is ahead of ours.</summary>
/// <param name="Ahead">The median of its last answers; negative when it is behind.</param>
/// <param name="Answers">How many answers that is of.</param>
/// <param name="LastAt">When the last of them came.</param>
public sealed record ProviderClock(TimeSpan Ahead, int Answers, DateTimeOffset LastAt)
{
    /// <summary>A warning comes before failures do: above half of what is tolerated.</summary>
    public bool NearsLimit(TimeSpan tolerance) => Ahead.Duration() > tolerance / 2;
}
