using System.Globalization;
using Keyline.Identity.Federation;

namespace Keyline.Identity.Clock;

/// <summary>The clocks that matter to a tenant.</summary>
public sealed record ClockState
{
    public required DateTimeOffset Now { get; init; }

    /// <summary>How far an IdP's clock may be off.</summary>
    public required TimeSpan Tolerance { get; init; }

    /// <summary>How far this node's clock is off; null when it was never measured.</summary>
    public ClockOffset? Own { get; init; }

    /// <summary>Why the last measurement failed.</summary>
    public ClockFault? OwnFault { get; init; }

    public required IReadOnlyList<(Connection Connection, ProviderClock Clock)> Providers { get; init; }

    /// <summary>What needs attention, a sentence each.</summary>
    public IReadOnlyList<string> Warnings =>
    [
        .. Own is { } own && own.Offset.Duration() > Tolerance / 2
            ? [$"This server's clock is {ClockWords.Off(-own.Offset)}. Correct it, best by a time service, before sign-ins fail."]
            : Array.Empty<string>(),
        .. Providers.Where(entry => entry.Clock.NearsLimit(Tolerance)).Select(entry => string.Create(CultureInfo.InvariantCulture,
            $"The clock of '{entry.Connection.Name}' is {ClockWords.Off(entry.Clock.Ahead)}; sign-ins fail beyond {Tolerance.TotalSeconds:0} s.")),
    ];
}
