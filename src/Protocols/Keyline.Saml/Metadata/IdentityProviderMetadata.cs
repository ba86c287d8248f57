namespace Keyline.Saml.Metadata;

/// <summary>Metadata of an identity provider.</summary>
public sealed record IdentityProviderMetadata : EntityMetadata
{
    /// <summary>Where AuthnRequests go; at least one.</summary>
    public required IReadOnlyList<MetadataEndpoint> SingleSignOn { get; init; }

    /// <summary>Whether AuthnRequests must be signed.</summary>
    public bool WantAuthnRequestsSigned { get; init; }
}
