using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Keyline.Saml.Signatures;

/// <summary>
/// A public key of the other side, from a certificate that metadata or an administrator named. SAML trusts the key itself: the
/// certificate's names, dates and issuer decide nothing (Metadata 2.4.1.1), and its dates are there to warn with.
/// </summary>
public sealed class VerificationKey : IEquatable<VerificationKey>
{
    private const int LeastRsaBits = 2048;
    private const int MostRsaBits = 8192;

    private readonly byte[] _certificate;
    private readonly RSAParameters? _rsa;
    private readonly ECParameters? _elliptic;

    // Keys of the platform are not promised to be safe for two threads at once, so one is kept and taken by one at a time.
    private AsymmetricAlgorithm? _spare;

    private VerificationKey(X509Certificate2 certificate, RSAParameters? rsa, ECParameters? elliptic)
    {
        _certificate = certificate.RawData;
        _rsa = rsa;
        _elliptic = elliptic;
        Thumbprint = Convert.ToHexStringLower(SHA256.HashData(_certificate));
        Subject = certificate.Subject;
        NotBefore = new DateTimeOffset(certificate.NotBefore.ToUniversalTime(), TimeSpan.Zero);
        NotAfter = new DateTimeOffset(certificate.NotAfter.ToUniversalTime(), TimeSpan.Zero);
    }

    /// <summary>SHA-256 of the certificate, in lower-case hexadecimal.</summary>
    public string Thumbprint { get; }

    /// <summary>The name in the certificate; shown, never trusted.</summary>
    public string Subject { get; }

    /// <summary>When the certificate says that it begins.</summary>
    public DateTimeOffset NotBefore { get; }

    /// <summary>When the certificate says that it ends. Warn before; SAML itself does not stop then.</summary>
    public DateTimeOffset NotAfter { get; }

    /// <summary>What kind of key it is, such as <c>RSA 2048</c> or <c>EC 256</c>.</summary>
    public string Kind => _rsa is { } rsa ? $"RSA {rsa.Modulus?.Length * 8}" : $"EC {_elliptic?.Q.X?.Length switch { 32 => 256, 48 => 384, _ => 521 }}";

    /// <summary>The certificate in DER.</summary>
    public ReadOnlyMemory<byte> Certificate => _certificate;

    /// <summary>Reads a certificate in PEM, or in Base64 as metadata has it.</summary>
    /// <param name="text">The certificate; white space does not matter.</param>
    public static Result<VerificationKey, SamlFault> Read(string text)
    {
        var body = text;
        if (PemEncoding.TryFind(text, out var fields))
        {
            body = text[fields.Base64Data];
        }

        var bytes = new byte[body.Length];
        return Convert.TryFromBase64String(body, bytes, out var written)
            ? Read(bytes.AsSpan(0, written))
            : new SamlFault(SamlFaultCode.UnusableCertificate, "a certificate in PEM or Base64", "other text");
    }

    /// <summary>Reads a certificate in DER. Keys that are too weak, and kinds other than RSA and NIST curves, are refused.</summary>
    /// <param name="certificate">The certificate.</param>
    public static Result<VerificationKey, SamlFault> Read(ReadOnlySpan<byte> certificate)
    {
        try
        {
            using var loaded = X509CertificateLoader.LoadCertificate(certificate);
            using var rsa = loaded.GetRSAPublicKey();
            if (rsa is not null)
            {
                return rsa.KeySize is >= LeastRsaBits and <= MostRsaBits
                    ? new VerificationKey(loaded, rsa.ExportParameters(false), null)
                    : new SamlFault(SamlFaultCode.WeakKey, $"RSA of {LeastRsaBits} to {MostRsaBits} bits", $"{rsa.KeySize} bits");
            }

            using var elliptic = loaded.GetECDsaPublicKey();
            return elliptic is not null && elliptic.KeySize is 256 or 384 or 521
                ? new VerificationKey(loaded, null, elliptic.ExportParameters(false))
                : new SamlFault(SamlFaultCode.WeakKey, "an RSA or NIST curve key", loaded.PublicKey.Oid.FriendlyName ?? "another");
        }
        catch (CryptographicException)
        {
            return new SamlFault(SamlFaultCode.UnusableCertificate, "an X.509 certificate", $"{certificate.Length} other bytes");
        }
    }

    /// <summary>The certificate in PEM.</summary>
    public string ToPem() => PemEncoding.WriteString("CERTIFICATE", _certificate);

    /// <summary>Two keys are the same when their certificates are.</summary>
    public bool Equals(VerificationKey? other) => other is not null && other.Thumbprint == Thumbprint;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as VerificationKey);

    /// <inheritdoc/>
    public override int GetHashCode() => Thumbprint.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => $"{Subject} ({Kind}, {Thumbprint[..16]})";

    internal bool CanVerify(SignatureAlgorithm algorithm) => Algorithms.IsEcdsa(algorithm) == _elliptic.HasValue;

    internal bool Verify(SignatureAlgorithm algorithm, ReadOnlySpan<byte> hash, ReadOnlySpan<byte> signature)
    {
        var key = Interlocked.Exchange(ref _spare, null) ?? CreateKey();
        try
        {
            return key switch
            {
                RSA rsa => rsa.VerifyHash(hash, signature, Algorithms.HashOf(algorithm), Algorithms.PaddingOf(algorithm)),
                ECDsa elliptic => elliptic.VerifyHash(hash, signature, DSASignatureFormat.IeeeP1363FixedFieldConcatenation),
                _ => false,
            };
        }
        catch (CryptographicException)
        {
            return false;
        }
        finally
        {
            Interlocked.Exchange(ref _spare, key)?.Dispose();
        }
    }

    internal RSA? CreateEncryptionKey() => _rsa is { } rsa ? RSA.Create(rsa) : null;

    internal string CertificateText() => Convert.ToBase64String(_certificate);

    private AsymmetricAlgorithm CreateKey() => _rsa is { } rsa ? RSA.Create(rsa) : ECDsa.Create(_elliptic.GetValueOrDefault());
}
