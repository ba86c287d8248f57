using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Keyline.OpenId.Clients;
using Keyline.OpenId.Documents;
using Keyline.OpenId.Keys;
using Keyline.OpenId.Tokens;
using Keyline.Secrets;
using Keyline.Testing.OpenId;

namespace Keyline.OpenId.Tests.Keys;

public class SigningKeyTests
{
    [Fact]
    public void Survives_being_stored()
    {
        using var again = Refusal.None(SigningKey.Read(TestKeys.Ec.WritePem(), SignatureAlgorithm.ES256));

        Assert.Equal(TestKeys.Ec.KeyId, again.KeyId);
        Assert.True(TestKeys.Ec.Public.Verify(SignatureAlgorithm.ES256, "data"u8, again.Sign("data"u8)));
        Assert.False(TestKeys.Ec.Public.Verify(SignatureAlgorithm.ES256, "date"u8, again.Sign("data"u8)));
    }

    [Fact]
    public void Refuses_what_is_not_the_key_it_should_be()
    {
        using var small = RSA.Create(1024);

        Refusal.Of(OAuthFaultCode.InvalidSettings, SigningKey.Read(new SecretText("no key"), SignatureAlgorithm.ES256));
        Refusal.Of(OAuthFaultCode.InvalidSettings, SigningKey.Read(TestKeys.Ec.WritePem(), SignatureAlgorithm.ES384));
        Refusal.Of(OAuthFaultCode.InvalidSettings, SigningKey.Read(TestKeys.Ec.WritePem(), SignatureAlgorithm.RS256));
        Refusal.Of(OAuthFaultCode.InvalidSettings, SigningKey.Read(TestKeys.Rsa.WritePem(), SignatureAlgorithm.ES256));
        Refusal.Of(OAuthFaultCode.InvalidSettings, SigningKey.Read(new SecretText(small.ExportPkcs8PrivateKeyPem()), SignatureAlgorithm.RS256));
    }

    [Fact]
    public void Names_its_certificate_to_providers_that_know_it_by_that()
    {
        using var rsa = RSA.Create(2048);
        var request = new CertificateRequest("CN=keyline", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(1));
        using var key = Refusal.None(SigningKey.Read(
            new SecretText(rsa.ExportPkcs8PrivateKeyPem()), SignatureAlgorithm.PS256, certificate.ExportCertificatePem()));

        var header = Refusal.None(UnverifiedJwt.Parse(JwtWriter.Write([], key, "JWT"), DocumentLimits.Standard)).Header;
        var jwk = JsonNode.Parse(KeySetWriter.Write([key]))!["keys"]![0]!;

        Assert.Equal(StrictBase64Url.Write(SHA256.HashData(certificate.RawData)), header.FindText("x5t#S256"));
        Assert.Equal(Convert.ToBase64String(certificate.RawData), jwk["x5c"]![0]!.GetValue<string>());
        Assert.Equal(["use", "alg", "kid", "kty", "n", "e", "x5c"], jwk.AsObject().Select(member => member.Key));
    }

    [Fact]
    public void Refuses_the_certificate_of_another_key()
    {
        using var rsa = RSA.Create(2048);
        var request = new CertificateRequest("CN=keyline", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(1));

        Refusal.Of(OAuthFaultCode.InvalidSettings,
            SigningKey.Read(TestKeys.Rsa.WritePem(), SignatureAlgorithm.RS256, certificate.ExportCertificatePem()));
    }

    [Fact]
    public void Does_not_print_its_secret()
    {
        var settings = new ClientAuthentication.PrivateKey(TestKeys.Client);

        Assert.DoesNotContain("PRIVATE", settings.ToString(), StringComparison.Ordinal);
        Assert.Equal("***", TestKeys.Client.WritePem().ToString());
    }
}
