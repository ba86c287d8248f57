namespace Keyline.Saml;

/// <summary>How much of a message is read before it is refused. Everything that comes from outside is bounded.</summary>
public sealed record MessageLimits
{
    /// <summary>For protocol messages.</summary>
    public static MessageLimits Message { get; } = new();

    /// <summary>For metadata, which may describe a whole federation.</summary>
    public static MessageLimits Metadata { get; } = new()
    {
        Bytes = 16 * 1024 * 1024,
        InflatedBytes = 16 * 1024 * 1024,
        Depth = 48,
        Elements = 400_000,
    };

    /// <summary>The longest XML accepted, in bytes of UTF-8.</summary>
    public int Bytes { get; init; } = 512 * 1024;

    /// <summary>The longest XML that a compressed message may inflate to, in bytes.</summary>
    public int InflatedBytes { get; init; } = 256 * 1024;

    /// <summary>How deep elements may nest.</summary>
    public int Depth { get; init; } = 32;

    /// <summary>How many elements a document may hold.</summary>
    public int Elements { get; init; } = 10_000;

    /// <summary>How many attributes and namespace declarations one element may have.</summary>
    public int Attributes { get; init; } = 48;
}
