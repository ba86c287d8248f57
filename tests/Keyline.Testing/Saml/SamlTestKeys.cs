using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Keyline.Saml.Signatures;

namespace Keyline.Testing.Saml;

/// <summary>Keys made anew in every run of the tests.</summary>
public static class SamlTestKeys
{
    private static readonly DateTimeOffset _from = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The identity provider's.</summary>
    public static X509Certificate2 IdentityProvider { get; } = Rsa("idp.example");

    /// <summary>The one that the identity provider changes to.</summary>
    public static X509Certificate2 IdentityProviderNext { get; } = Rsa("idp.example next");

    /// <summary>Somebody's whom nobody trusts.</summary>
    public static X509Certificate2 Stranger { get; } = Rsa("stranger.example");

    /// <summary>Our own.</summary>
    public static CertifiedKey ServiceProvider { get; } = CertifiedKey.From(Rsa("sp.example"));

    public static VerificationKey Public(X509Certificate2 certificate) =>
        VerificationKey.Read(certificate.RawData) is { Ok: true, Value: var key } ? key : throw new InvalidOperationException();

    public static X509Certificate2 Rsa(string name, int bits = 2048)
    {
        using var key = RSA.Create(bits);
        return SelfSigned(new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    public static X509Certificate2 Elliptic(string name, ECCurve curve)
    {
        using var key = ECDsa.Create(curve);
        return SelfSigned(new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256));
    }

    private static X509Certificate2 SelfSigned(CertificateRequest request) =>
        request.CreateSelfSigned(_from, _from.AddYears(10));
}
