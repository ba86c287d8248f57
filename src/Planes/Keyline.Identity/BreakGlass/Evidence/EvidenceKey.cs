namespace Keyline.Identity.BreakGlass.Evidence;

/// <summary>A key with which this installation signs evidence. The newest signs; the older ones still verify.</summary>
public sealed record EvidenceKey
{
    public const int MaxIdLength = 16;

    /// <summary>The first 16 hexadecimal digits of the SHA-256 hash of the public key.</summary>
    public required string Id { get; init; }

    /// <summary>The public key as SubjectPublicKeyInfo.</summary>
    public required byte[] PublicKey { get; init; }

    /// <summary>The private key (PKCS #8 in Base64), sealed with <see cref="Purpose"/>.</summary>
    public required string SealedPrivateKey { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The purpose under which the private key is sealed.</summary>
    public static string Purpose(string id) => $"evidence-key/{id}";
}
