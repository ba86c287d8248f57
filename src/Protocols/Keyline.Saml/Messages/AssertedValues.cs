namespace Keyline.Saml.Messages;

/// <summary>An attribute of the subject with its values (Core 2.7.3.1).</summary>
public sealed record AssertedValues
{
    /// <summary>Its name; with some providers a URI, with others a plain word.</summary>
    public required string Name { get; init; }

    /// <summary>How the name is to be understood, if stated.</summary>
    public string? NameFormat { get; init; }

    /// <summary>A name for people, if stated.</summary>
    public string? FriendlyName { get; init; }

    /// <summary>Its values as text, in order; empty when there are none.</summary>
    public required IReadOnlyList<string> Values { get; init; }
}
