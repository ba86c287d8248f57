using Keyline.OpenId.Keys;

namespace Keyline.Testing.OpenId;

/// <summary>Keys that are made once for a run; tests may use them side by side.</summary>
public static class TestKeys
{
    private static readonly Lazy<SigningKey> _rsa = new(() => SigningKey.Generate(SignatureAlgorithm.RS256));

    /// <summary>The key of the provider in memory.</summary>
    public static SigningKey Ec { get; } = SigningKey.Generate(SignatureAlgorithm.ES256);

    /// <summary>Its other key, RSA.</summary>
    public static SigningKey Rsa => _rsa.Value;

    /// <summary>A key of nobody that the provider knows.</summary>
    public static SigningKey Stranger { get; } = SigningKey.Generate(SignatureAlgorithm.ES256);

    /// <summary>The key with which the relying party signs client assertions.</summary>
    public static SigningKey Client { get; } = SigningKey.Generate(SignatureAlgorithm.ES256);
}
