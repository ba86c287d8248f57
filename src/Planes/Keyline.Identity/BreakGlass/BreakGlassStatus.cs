using Keyline.Identity.Authenticators;
using Keyline.Identity.People;

namespace Keyline.Identity.BreakGlass;

/// <summary>How one break-glass account stands.</summary>
public sealed record BreakGlassStatus
{
    public required Person Person { get; init; }

    public required BreakGlassAccount Account { get; init; }

    public required bool HasPassword { get; init; }

    public required SecondFactors Factors { get; init; }

    /// <summary>Since when a new password is asked for; null: it is not.</summary>
    public required DateTimeOffset? RotationDueSince { get; init; }

    /// <summary>Whether the next drill is overdue.</summary>
    public required bool DrillOverdue { get; init; }

    /// <summary>Whether somebody who holds its secrets could come in now.</summary>
    public bool IsUsable => Person.State == PersonState.Active && HasPassword && Factors.Any;

    /// <summary>Whether it is usable, and a drill has shown so in the last 90 days.</summary>
    public bool IsTested => IsUsable && !DrillOverdue && Account.LastDrillAt is not null;
}
