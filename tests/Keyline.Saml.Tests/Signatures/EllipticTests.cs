using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Keyline.Saml.Bindings;
using Keyline.Saml.Signatures;
using Keyline.Saml.Verification;
using Keyline.Testing.Saml;

namespace Keyline.Saml.Tests.Signatures;

/// <summary>Keys that are not RSA with PKCS#1 padding.</summary>
public class EllipticTests
{
    [Theory]
    [InlineData("nistP256")]
    [InlineData("nistP384")]
    [InlineData("nistP521")]
    public void Elliptic_keys_sign_in_both_bindings(string curve)
    {
        using var certificate = SamlTestKeys.Elliptic(curve, ECCurve.CreateFromFriendlyName(curve));
        using var key = CertifiedKey.From(certificate);
        var trust = SamlMessages.SpTrust with { SigningKeys = [key.PublicKey] };
        foreach (var message in new[] { SamlMessages.ThroughPost(SamlMessages.LogoutRequest(), key), SamlMessages.ThroughRedirect(SamlMessages.LogoutRequest(), key) })
        {
            var verified = LogoutVerifier.VerifyRequest(message.Get(), trust, SamlResponses.Now);

            Assert.True(verified.Ok, verified.Fault?.Detail);
            Assert.Equal(key.PublicKey, verified.Value.SignedBy);
        }
    }

    [Theory]
    [InlineData("http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1", SignatureAlgorithm.RsaPssSha256)]
    [InlineData("http://www.w3.org/2007/05/xmldsig-more#sha384-rsa-MGF1", SignatureAlgorithm.RsaPssSha384)]
    [InlineData("http://www.w3.org/2007/05/xmldsig-more#sha512-rsa-MGF1", SignatureAlgorithm.RsaPssSha512)]
    public void Pss_signatures_verify_under_their_own_name_only(string name, SignatureAlgorithm algorithm)
    {
        using var rsa = SamlTestKeys.IdentityProvider.GetRSAPrivateKey() ?? throw new InvalidOperationException();
        var key = SamlTestKeys.Public(SamlTestKeys.IdentityProvider);
        var hash = CryptographicOperations.HashData(Algorithms.HashOf(algorithm), "text"u8);
        var signature = rsa.SignHash(hash, Algorithms.HashOf(algorithm), RSASignaturePadding.Pss);

        Assert.True(Algorithms.TryParseSignature(name, out var parsed));
        Assert.Equal(algorithm, parsed);
        Assert.True(key.Verify(algorithm, hash, signature));
        Assert.False(key.Verify(algorithm - SignatureAlgorithm.RsaPssSha256 + SignatureAlgorithm.RsaSha256, hash, signature));
        Assert.False(key.CanVerify(SignatureAlgorithm.EcdsaSha256));
    }

    [Fact]
    public void A_key_is_stored_and_loaded_again()
    {
        using var made = CertifiedKey.Create("Acme \"SAML\", Inc.", SamlResponses.Now, SamlResponses.Now.AddYears(2));
        using var loaded = CertifiedKey.Load(made.PublicKey.Certificate.Span, made.ExportPrivateKey());

        Assert.Equal(made.PublicKey, loaded.PublicKey);
        Assert.Equal(SamlResponses.Now.AddYears(2), loaded.PublicKey.NotAfter);
        Assert.Equal("RSA 2048", loaded.PublicKey.Kind);
        Assert.Equal(made.PublicKey, VerificationKey.Read(made.PublicKey.ToPem()).Get());
        Assert.Throws<CryptographicException>(
            () => CertifiedKey.Load(made.PublicKey.Certificate.Span, SamlTestKeys.ServiceProvider.ExportPrivateKey()));
    }

    [Fact]
    public void Many_threads_may_verify_with_one_key()
    {
        var response = SamlResponses.Valid().ToBase64();

        Parallel.For(0, 400, _ => Assert.True(Verdicts.Of(response).Result.Ok));
    }

    [Fact]
    public void What_a_message_asks_for_is_written() => Assert.Contains(
        "Comparison=\"minimum\"",
        System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(SamlMessageWriter.ToPost(SamlMessages.AuthnRequest(), null, null).Fields[0].Value)),
        StringComparison.Ordinal);
}
