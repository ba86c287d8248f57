using System.Security.Cryptography;

namespace Keyline.OpenId.Keys;

/// <summary>A public key that can verify signatures. Only the key set reader and our own signing keys make one.</summary>
public sealed class VerificationKey
{
    private readonly RSAParameters? _rsa;
    private readonly ECParameters? _ec;
    private readonly EllipticCurve? _curve;

    internal VerificationKey(string? keyId, SignatureAlgorithm? algorithm, string? issuer, RSAParameters rsa)
        : this(keyId, algorithm, issuer) => _rsa = rsa;

    internal VerificationKey(string? keyId, SignatureAlgorithm? algorithm, string? issuer, ECParameters ec, EllipticCurve curve)
        : this(keyId, algorithm, issuer)
    {
        _ec = ec;
        _curve = curve;
    }

    private VerificationKey(string? keyId, SignatureAlgorithm? algorithm, string? issuer)
    {
        KeyId = keyId;
        Algorithm = algorithm;
        Issuer = issuer;
    }

    /// <summary>The key's <c>kid</c>, or null.</summary>
    public string? KeyId { get; }

    /// <summary>The only algorithm that the key is for, or null when its type alone says.</summary>
    public SignatureAlgorithm? Algorithm { get; }

    /// <summary>The only issuer that the key is for, or null. Entra ID writes one into each key.</summary>
    public string? Issuer { get; }

    /// <summary>The key's type and size, for people.</summary>
    public string Kind => _curve is not null ? $"EC {_curve.Name}" : $"RSA {Modulus.Length * 8}";

    // One of the two constructors has set it.
    internal byte[] Modulus => _rsa!.Value.Modulus!;

    internal RSAParameters? Rsa => _rsa;

    internal ECParameters? Ec => _ec;

    internal EllipticCurve? Curve => _curve;

    internal bool Fits(SignatureAlgorithm algorithm) =>
        (Algorithm is null || Algorithm == algorithm) && (_curve is null ? algorithm.RsaPadding() is not null : algorithm.Curve() == _curve);

    internal bool SameMaterial(VerificationKey other) =>
        Algorithm == other.Algorithm && Issuer == other.Issuer && (_rsa, other._rsa, _ec, other._ec) switch
        {
            ({ } mine, { } theirs, _, _) => Same(mine.Modulus, theirs.Modulus) && Same(mine.Exponent, theirs.Exponent),
            (_, _, { } mine, { } theirs) => _curve == other._curve && Same(mine.Q.X, theirs.Q.X) && Same(mine.Q.Y, theirs.Q.Y),
            _ => false,
        };

    /// <summary>Whether the signature is this key's; false too when the algorithm is not the key's.</summary>
    internal bool Verify(SignatureAlgorithm algorithm, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        if (!Fits(algorithm))
        {
            return false;
        }

        if (_rsa is { } parameters && algorithm.RsaPadding() is { } padding)
        {
            using var rsa = RSA.Create(parameters);
            return rsa.VerifyData(data, signature, algorithm.Hash(), padding);
        }

        // Fits has seen that the key is one of the two kinds.
        using var ecdsa = ECDsa.Create(_ec!.Value);
        return ecdsa.VerifyData(data, signature, algorithm.Hash(), DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    private static bool Same(byte[]? left, byte[]? right) => left is not null && right is not null && left.AsSpan().SequenceEqual(right);
}
