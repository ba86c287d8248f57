using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Text;
using Keyline.Saml.Metadata;
using Keyline.Saml.Verification;
using Keyline.Testing.Saml;

namespace Keyline.Bench.Saml;

/// <summary>The message that everybody checks: a signed assertion in a signed response, good for an hour from now.</summary>
internal sealed class SampleResponse
{
    public SampleResponse()
    {
        Now = DateTimeOffset.UtcNow;
        var (issued, until) = (At(Now.AddSeconds(-1)), At(Now.AddHours(1)));
        var response = SamlResponses.Valid() with
        {
            Id = "_f1c9a4d2b7e84a0c9d3e5b6a7f8091a2",
            IssueInstant = issued,
            AssertionId = "_0a1b2c3d4e5f60718293a4b5c6d7e8f9",
            AssertionIssueInstant = issued,
            NotBefore = At(Now.AddMinutes(-5)),
            NotOnOrAfter = until,
            ConfirmationNotOnOrAfter = until,
            AuthnInstant = issued,
            SessionNotOnOrAfter = At(Now.AddHours(8)),
            AssertionSigning = WithoutCertificate,
            ResponseSigning = WithoutCertificate,
        };
        Xml = response.ToXml();
        Base64 = Convert.ToBase64String(Encoding.UTF8.GetBytes(Xml));
    }

    public DateTimeOffset Now { get; }

    public string Xml { get; }

    public string Base64 { get; }

    public static X509Certificate2 Certificate => SamlTestKeys.IdentityProvider;

    /// <summary>What a program in another language needs, as files in a folder.</summary>
    public void WriteTo(string folder)
    {
        using var key = SamlTestKeys.IdentityProviderNext.GetRSAPrivateKey();
        var options = SamlMessages.ServiceProvider() with
        {
            ValidUntil = null,
            CacheDuration = null,
            EncryptionKeys = [],
            AuthnRequestsSigned = false,
            SigningKeys = [SamlTestKeys.Public(SamlTestKeys.IdentityProviderNext)],
        };
        File.WriteAllText(Path.Combine(folder, "response.txt"), Base64);
        File.WriteAllText(Path.Combine(folder, "idp.pem"), Certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder, "idp.xml"), MetadataWriter.Write(SamlMessages.IdentityProvider(), null));
        File.WriteAllText(Path.Combine(folder, "sp.xml"), MetadataWriter.Write(options, null));
        File.WriteAllText(Path.Combine(folder, "sp.key"), key?.ExportRSAPrivateKeyPem());
        File.WriteAllText(Path.Combine(folder, "names.txt"), string.Join('\n', SamlResponses.SpEntityId, SamlResponses.Location, SamlResponses.IdpEntityId, SamlResponses.RequestId));
    }

    public void Verify()
    {
        var outcome = ResponseVerifier.Verify(Base64, SamlResponses.Sp, SamlResponses.Idp, SamlResponses.Expected, Now);
        if (!outcome.Result.Ok)
        {
            throw new InvalidOperationException(outcome.Result.Fault.Detail);
        }
    }

    // Nobody needs it: the certificate is known from metadata.
    private static void WithoutCertificate(SignedXml signed) => signed.KeyInfo = new KeyInfo();

    private static string At(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
