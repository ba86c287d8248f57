namespace Keyline.Saml.Messages;

/// <summary>A subject's name as the identity provider gave it (Core 2.2.3). All five parts together identify.</summary>
public sealed record NameId
{
    /// <summary>The name itself, exactly as it stood in the message.</summary>
    public required string Value { get; init; }

    /// <summary>What kind of name it is; one of <see cref="NameIdFormats"/> or a private one.</summary>
    public string Format { get; init; } = NameIdFormats.Unspecified;

    /// <summary>The domain in which the name is unique, if stated.</summary>
    public string? NameQualifier { get; init; }

    /// <summary>The service provider for which the name was made, if stated.</summary>
    public string? SpNameQualifier { get; init; }

    /// <summary>A name that the service provider gave, if stated.</summary>
    public string? SpProvidedId { get; init; }

    /// <summary>Whether it changes with every session, and so is no identity.</summary>
    public bool IsTransient => Format == NameIdFormats.Transient;
}
