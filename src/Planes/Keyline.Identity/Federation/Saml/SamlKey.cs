namespace Keyline.Identity.Federation.Saml;

/// <summary>A key of ours at one connection.</summary>
public sealed record SamlKey
{
    public required Guid Id { get; init; }

    /// <summary>The self-signed certificate, DER in Base64.</summary>
    public required string Certificate { get; init; }

    /// <summary>The private key, PKCS#8 in Base64, sealed.</summary>
    public required string SealedPrivateKey { get; init; }

    public required SamlKeyState State { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
}
