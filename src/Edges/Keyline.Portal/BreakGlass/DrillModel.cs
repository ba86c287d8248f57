using Keyline.Identity.BreakGlass;
using Keyline.Identity.BreakGlass.Drills;

namespace Keyline.Portal.BreakGlass;

/// <summary>A drill, as far as it has come.</summary>
public sealed record DrillModel
{
    public required BreakGlassStatus Status { get; init; }

    /// <summary>Null before it is started.</summary>
    public Drill? Drill { get; init; }

    /// <summary>Whether its sign-in is still awaited.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Where the account signs in.</summary>
    public required string SignInAddress { get; init; }

    /// <summary>Whether the evidence and its signature fit together.</summary>
    public bool IsGenuine { get; init; }
}
