namespace Keyline.Portal.Frame;

/// <summary>What the frame around a signed-in page shows: whose page it is, and where this person may go.</summary>
public sealed record Surroundings
{
    public required TenantPaths Paths { get; init; }

    public required string TenantName { get; init; }

    public required string PersonName { get; init; }

    /// <summary>The areas of the console that this person may open; none of them for a person without such a role.</summary>
    public required IReadOnlyCollection<ConsoleArea> Areas { get; init; }

    /// <summary>How many matters need attention, shown beside the overview.</summary>
    public int Attention { get; init; }

    public Flash? Flash { get; init; }

    /// <summary>Whether the page follows its session; off where there is none to follow.</summary>
    public bool Live { get; init; } = true;

    public bool MayOpen(ConsoleArea area) => Areas.Contains(area);
}
