using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Keyline.Secrets;

namespace Keyline.OpenId.Keys;

/// <summary>A private key of ours. Its <c>kid</c> is its thumbprint (RFC 7638), so it is the same on every node.</summary>
public sealed class SigningKey : IDisposable
{
    private const int NewModulus = 3072;

    private readonly RSA? _rsa;
    private readonly ECDsa? _ecdsa;
    private readonly byte[]? _certificate;

    private SigningKey(RSA rsa, SignatureAlgorithm algorithm, byte[]? certificate)
    {
        _rsa = rsa;
        _certificate = certificate;
        Algorithm = algorithm;
        var parameters = rsa.ExportParameters(includePrivateParameters: false);
        KeyId = KeyThumbprint.Of(parameters);
        Public = new VerificationKey(KeyId, algorithm, null, parameters);
    }

    private SigningKey(ECDsa ecdsa, SignatureAlgorithm algorithm, EllipticCurve curve, byte[]? certificate)
    {
        _ecdsa = ecdsa;
        _certificate = certificate;
        Algorithm = algorithm;
        var parameters = ecdsa.ExportParameters(includePrivateParameters: false);
        KeyId = KeyThumbprint.Of(parameters, curve);
        Public = new VerificationKey(KeyId, algorithm, null, parameters, curve);
    }

    /// <summary>The key's name on the wire.</summary>
    public string KeyId { get; }

    /// <summary>The one algorithm that the key is for.</summary>
    public SignatureAlgorithm Algorithm { get; }

    /// <summary>The public half.</summary>
    public VerificationKey Public { get; }

    internal ReadOnlySpan<byte> Certificate => _certificate;

    /// <summary>Makes a new key: RSA of 3072 bits, or the curve of the algorithm.</summary>
    /// <param name="algorithm">What the key is for.</param>
    public static SigningKey Generate(SignatureAlgorithm algorithm) => algorithm.Curve() is { } curve
        ? new SigningKey(ECDsa.Create(curve.Framework), algorithm, curve, null)
        : new SigningKey(RSA.Create(NewModulus), algorithm, null);

    /// <summary>Reads a private key from PEM, with the certificate if Entra ID or another provider knows the key by that.</summary>
    /// <param name="pem">A PKCS#8, PKCS#1 or SEC 1 private key, not encrypted.</param>
    /// <param name="algorithm">What the key is for.</param>
    /// <param name="certificatePem">The certificate of the key, or null.</param>
    public static Result<SigningKey, OAuthFault> Read(SecretText pem, SignatureAlgorithm algorithm, string? certificatePem = null)
    {
        // The framework tells only by exceptions that a text is not the key it should be.
        try
        {
            var certificate = certificatePem is null ? null : X509Certificate2.CreateFromPem(certificatePem);
            using (certificate)
            {
                return algorithm.Curve() is { } curve ? ReadEc(pem, algorithm, curve, certificate) : ReadRsa(pem, algorithm, certificate);
            }
        }
        catch (Exception problem) when (problem is ArgumentException or CryptographicException)
        {
            return NotAKey(algorithm, "text that is not such a key");
        }
    }

    /// <summary>The private key as PKCS#8 PEM, to be sealed and stored.</summary>
    public SecretText WritePem() => new((_rsa as AsymmetricAlgorithm ?? _ecdsa)?.ExportPkcs8PrivateKeyPem() ?? throw new UnreachableException());

    /// <summary>Signs.</summary>
    /// <param name="data">What is signed.</param>
    public byte[] Sign(ReadOnlySpan<byte> data)
    {
        if (_rsa is not null && Algorithm.RsaPadding() is { } padding)
        {
            return _rsa.SignData(data.ToArray(), Algorithm.Hash(), padding);
        }

        return _ecdsa?.SignData(data.ToArray(), Algorithm.Hash(), DSASignatureFormat.IeeeP1363FixedFieldConcatenation)
            ?? throw new UnreachableException();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _rsa?.Dispose();
        _ecdsa?.Dispose();
    }

    private static Result<SigningKey, OAuthFault> ReadRsa(SecretText pem, SignatureAlgorithm algorithm, X509Certificate2? certificate)
    {
        var rsa = RSA.Create();
        rsa.ImportFromPem(pem.Reveal());
        if (rsa.KeySize < 2048 || !Belongs(certificate, rsa.ExportSubjectPublicKeyInfo()))
        {
            rsa.Dispose();
            return NotAKey(algorithm, "a key of another kind or size, or another key's certificate");
        }

        return new SigningKey(rsa, algorithm, certificate?.RawData);
    }

    private static Result<SigningKey, OAuthFault> ReadEc(SecretText pem, SignatureAlgorithm algorithm, EllipticCurve curve, X509Certificate2? certificate)
    {
        var ecdsa = ECDsa.Create();
        ecdsa.ImportFromPem(pem.Reveal());
        if (ecdsa.ExportParameters(false).Curve.Oid.Value != curve.Framework.Oid.Value || !Belongs(certificate, ecdsa.ExportSubjectPublicKeyInfo()))
        {
            ecdsa.Dispose();
            return NotAKey(algorithm, "a key of another kind or size, or another key's certificate");
        }

        return new SigningKey(ecdsa, algorithm, curve, certificate?.RawData);
    }

    private static bool Belongs(X509Certificate2? certificate, byte[] publicKey) =>
        certificate is null || certificate.PublicKey.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(publicKey);

    private static OAuthFault NotAKey(SignatureAlgorithm algorithm, string came) => new(OAuthFaultCode.InvalidSettings,
        $"a private key in PEM for {algorithm.Name()}, not encrypted", came, "make a new key, or paste the whole PEM text");
}
