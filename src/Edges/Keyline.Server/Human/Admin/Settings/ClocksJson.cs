using Keyline.Identity.Clock;

namespace Keyline.Server.Human.Admin.Settings;

/// <summary>The clocks that matter to a tenant.</summary>
internal sealed record ClocksJson(
    DateTimeOffset Now, double ToleranceSeconds, double? OwnOffsetSeconds, DateTimeOffset? MeasuredAt, string? Fault,
    IReadOnlyList<ProviderClockJson> Providers, IReadOnlyList<string> Warnings)
{
    public static ClocksJson Of(ClockState state) => new(
        state.Now, state.Tolerance.TotalSeconds, state.Own?.Offset.TotalSeconds, state.Own?.MeasuredAt, state.OwnFault?.Detail,
        [.. state.Providers.Select(entry => new ProviderClockJson(
            entry.Connection.Slug, entry.Clock.Ahead.TotalSeconds, entry.Clock.Answers, entry.Clock.LastAt))],
        state.Warnings);
}

/// <summary>An IdP's clock: how far it is ahead of this server's.</summary>
internal sealed record ProviderClockJson(string Connection, double AheadSeconds, int Answers, DateTimeOffset LastAt);
