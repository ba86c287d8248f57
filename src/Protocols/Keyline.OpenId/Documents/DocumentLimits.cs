namespace Keyline.OpenId.Documents;

/// <summary>How much of anything is read from a provider. What is larger is refused unread.</summary>
public sealed record DocumentLimits
{
    /// <summary>The limits for every provider that is not known to need others.</summary>
    public static DocumentLimits Standard { get; } = new();

    /// <summary>Largest metadata document, in bytes.</summary>
    public int MetadataBytes { get; init; } = 256 * 1024;

    /// <summary>Largest key set, in bytes.</summary>
    public int KeySetBytes { get; init; } = 256 * 1024;

    /// <summary>Most keys in a key set, usable or not.</summary>
    public int KeyCount { get; init; } = 64;

    /// <summary>Largest answer of a token, userinfo or Graph endpoint, in bytes.</summary>
    public int AnswerBytes { get; init; } = 1024 * 1024;

    /// <summary>Longest token, in characters.</summary>
    public int TokenCharacters { get; init; } = 64 * 1024;

    /// <summary>Deepest nesting of JSON.</summary>
    public int Depth { get; init; } = 16;

    /// <summary>Longest query or form, in characters.</summary>
    public int FormCharacters { get; init; } = 128 * 1024;

    /// <summary>Most parameters in a query or form.</summary>
    public int ParameterCount { get; init; } = 50;

    /// <summary>Most pages of groups that are read for one person.</summary>
    public int GroupPages { get; init; } = 100;

    /// <summary>Most groups that are read for one person.</summary>
    public int Groups { get; init; } = 20_000;
}
