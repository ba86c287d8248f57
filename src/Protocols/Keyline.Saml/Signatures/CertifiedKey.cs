using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Keyline.Saml.Signatures;

/// <summary>A private key of our own with the certificate that tells others of it: for signing and for decryption.</summary>
public sealed class CertifiedKey : IDisposable
{
    private const int NewKeyBits = 2048;

    private readonly AsymmetricAlgorithm _key;
    private readonly Lock _turn = new();

    private CertifiedKey(AsymmetricAlgorithm key, VerificationKey publicKey)
    {
        _key = key;
        PublicKey = publicKey;
    }

    /// <summary>The certificate and the public key in it.</summary>
    public VerificationKey PublicKey { get; }

    /// <summary>Makes an RSA key of 2048 bits with a self-signed certificate.</summary>
    /// <param name="commonName">The name in the certificate.</param>
    /// <param name="from">When the certificate begins.</param>
    /// <param name="until">When it ends.</param>
    public static CertifiedKey Create(string commonName, DateTimeOffset from, DateTimeOffset until)
    {
        using var rsa = RSA.Create(NewKeyBits);
        var name = new X500DistinguishedNameBuilder();
        name.AddCommonName(commonName);
        var request = new CertificateRequest(name.Build(), rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(from, until);
        return From(certificate);
    }

    /// <summary>Takes a certificate that has its private key.</summary>
    /// <param name="certificate">A certificate with an RSA or ECDSA key that can be exported or used.</param>
    /// <exception cref="ArgumentException">There is no private key, or it is too weak.</exception>
    public static CertifiedKey From(X509Certificate2 certificate)
    {
        var key = (AsymmetricAlgorithm?)certificate.GetRSAPrivateKey() ?? certificate.GetECDsaPrivateKey()
            ?? throw new ArgumentException("The certificate has no RSA or ECDSA private key.", nameof(certificate));
        return new CertifiedKey(key, PublicKeyOf(certificate.RawData));
    }

    /// <summary>Takes up what <see cref="ExportPrivateKey"/> and the certificate gave.</summary>
    /// <param name="certificate">The certificate in DER.</param>
    /// <param name="privateKey">The private key in PKCS#8.</param>
    /// <exception cref="CryptographicException">They do not belong together, or are unreadable.</exception>
    public static CertifiedKey Load(ReadOnlySpan<byte> certificate, ReadOnlySpan<byte> privateKey)
    {
        using var loaded = X509CertificateLoader.LoadCertificate(certificate);
        using var rsa = loaded.GetRSAPublicKey();
        AsymmetricAlgorithm key = rsa is null ? ECDsa.Create() : RSA.Create();
        key.ImportPkcs8PrivateKey(privateKey, out _);
        if (!loaded.PublicKey.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(key.ExportSubjectPublicKeyInfo()))
        {
            key.Dispose();
            throw new CryptographicException("The private key does not belong to the certificate.");
        }

        return new CertifiedKey(key, PublicKeyOf(loaded.RawData));
    }

    /// <summary>The private key in PKCS#8, to be sealed and stored. Wipe it after use.</summary>
    public byte[] ExportPrivateKey() => _key.ExportPkcs8PrivateKey();

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();

    internal SignatureAlgorithm Algorithm => _key is ECDsa ecdsa
        ? ecdsa.KeySize switch
        {
            256 => SignatureAlgorithm.EcdsaSha256,
            384 => SignatureAlgorithm.EcdsaSha384,
            _ => SignatureAlgorithm.EcdsaSha512,
        }
        : SignatureAlgorithm.RsaSha256;

    internal byte[] Sign(ReadOnlySpan<byte> data)
    {
        lock (_turn)
        {
            return _key is RSA rsa
                ? rsa.SignData(data, Algorithms.HashOf(Algorithm), Algorithms.PaddingOf(Algorithm))
                : ((ECDsa)_key).SignData(data, Algorithms.HashOf(Algorithm), DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        }
    }

    /// <summary>RSA-OAEP; null when it fails, for whatever reason.</summary>
    internal byte[]? Unwrap(ReadOnlySpan<byte> wrapped, RSAEncryptionPadding padding)
    {
        if (_key is not RSA rsa || wrapped.Length != rsa.KeySize / 8)
        {
            return null;
        }

        try
        {
            lock (_turn)
            {
                return rsa.Decrypt(wrapped, padding);
            }
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static VerificationKey PublicKeyOf(byte[] certificate) =>
        VerificationKey.Read(certificate) is { Ok: true, Value: var key }
            ? key
            : throw new ArgumentException("The certificate's key is not accepted for SAML.", nameof(certificate));
}
