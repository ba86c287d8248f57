namespace Keyline.Saml.Messages;

/// <summary>A request or a notice that a subject's sessions end (Core 3.7.1).</summary>
public sealed record LogoutRequest : ProtocolMessage
{
    /// <summary>Whose sessions end.</summary>
    public required NameId NameId { get; init; }

    /// <summary>Which sessions end; all of the subject's when empty.</summary>
    public IReadOnlyList<string> SessionIndexes { get; init; } = [];

    /// <summary>Until when the request is good, if stated.</summary>
    public DateTimeOffset? NotOnOrAfter { get; init; }

    /// <summary>Why, if stated.</summary>
    public string? Reason { get; init; }
}
