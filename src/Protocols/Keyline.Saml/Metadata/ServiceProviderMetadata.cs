namespace Keyline.Saml.Metadata;

/// <summary>Metadata of a service provider.</summary>
public sealed record ServiceProviderMetadata : EntityMetadata
{
    /// <summary>Where responses go; at least one, by POST.</summary>
    public required IReadOnlyList<MetadataEndpoint> AssertionConsumerServices { get; init; }

    /// <summary>Whether it signs its AuthnRequests.</summary>
    public bool AuthnRequestsSigned { get; init; }

    /// <summary>Whether it wants assertions signed, and not the response alone.</summary>
    public bool WantAssertionsSigned { get; init; }
}
