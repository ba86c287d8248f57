namespace Keyline.Portal.Design;

/// <summary>What a confirm page asks, what the act does, and where its form goes.</summary>
public sealed record ConfirmModel
{
    public required string Title { get; init; }

    public required string Question { get; init; }

    public IReadOnlyList<string> Consequences { get; init; } = [];

    /// <summary>The text of the button: a verb.</summary>
    public required string Verb { get; init; }

    public required string Action { get; init; }

    public required string CancelHref { get; init; }

    /// <summary>A word to type first, for acts that lock people out.</summary>
    public string? TypeToConfirm { get; init; }

    public string? Error { get; init; }

    /// <summary>Hidden values that the form carries.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();
}
