using Keyline.Identity.BreakGlass;
using Keyline.Identity.BreakGlass.Drills;

namespace Keyline.Portal.BreakGlass;

/// <summary>One break-glass account.</summary>
public sealed record AccountModel
{
    public required BreakGlassStatus Status { get; init; }

    /// <summary>Its drills, the newest first.</summary>
    public required IReadOnlyList<Drill> Drills { get; init; }

    /// <summary>The networks as they were typed, one a line.</summary>
    public required string Networks { get; init; }

    public string? NetworksError { get; init; }
}
