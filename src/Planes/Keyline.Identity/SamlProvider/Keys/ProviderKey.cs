namespace Keyline.Identity.SamlProvider.Keys;

/// <summary>A signing key of a tenant's identity provider.</summary>
public sealed record ProviderKey
{
    public required Guid Id { get; init; }

    /// <summary>The self-signed certificate, in Base64.</summary>
    public required string Certificate { get; init; }

    /// <summary>The private key, sealed.</summary>
    public required string SealedPrivateKey { get; init; }

    public required ProviderKeyState State { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
}
