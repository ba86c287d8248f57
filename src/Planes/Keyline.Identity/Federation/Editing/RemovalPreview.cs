namespace Keyline.Identity.Federation.Editing;

/// <summary>What happens when a connection is removed.</summary>
public sealed record RemovalPreview
{
    public required Connection Connection { get; init; }

    /// <summary>The domains whose people sign in through it; afterwards they choose.</summary>
    public required IReadOnlyList<string> Domains { get; init; }

    /// <summary>How many sessions began through it and still live, counted to a thousand; they go on until they end.</summary>
    public required int LiveSessions { get; init; }

    /// <summary>Whether no administrator could come in any more: then it is refused (I8).</summary>
    public required bool IsLastWayIn { get; init; }
}
