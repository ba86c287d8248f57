using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography.X509Certificates;
using System.Web;
using System.Xml.Linq;
using Keyline.Identity.Federation.Saml;
using Keyline.Testing.Saml;

namespace Keyline.Server.Tests.Human.Saml;

/// <summary>An IdP that signs what a test tells it to, now.</summary>
internal sealed class SamlIdp
{
    public string EntityId { get; init; } = "https://idp.example/metadata";

    public string SignOn { get; init; } = "https://idp.example/sso";

    public X509Certificate2 Certificate { get; init; } = SamlTestKeys.IdentityProvider;

    public SamlConnectionSettings Settings() => new()
    {
        Provider = new SamlProvider
        {
            EntityId = EntityId,
            SingleSignOnRedirect = SignOn,
            SingleSignOnPost = SignOn,
            LogoutRedirect = "https://idp.example/slo",
            SigningCertificates = [Convert.ToBase64String(Certificate.RawData)],
        },
    };

    /// <summary>Reads the request out of the address that the browser was sent to.</summary>
    public static SamlAsked Read(Uri address)
    {
        var query = HttpUtility.ParseQueryString(address.Query);
        using var deflated = new MemoryStream(Convert.FromBase64String(query["SAMLRequest"] ?? ""));
        using var inflated = new DeflateStream(deflated, CompressionMode.Decompress);
        var xml = XDocument.Load(inflated);
        var root = xml.Root ?? throw new InvalidOperationException("An empty request.");
        return new SamlAsked(
            root.Attribute("ID")?.Value ?? "",
            query["RelayState"] ?? "",
            root.Attribute("AssertionConsumerServiceURL")?.Value ?? "",
            root.Elements().First(element => element.Name.LocalName == "Issuer").Value,
            root.Attribute("ForceAuthn")?.Value == "true");
    }

    /// <summary>A complete valid answer. Change one thing with <c>with</c>.</summary>
    public SamlResponse Answer(SamlAsked asked, string subject = "user-1")
    {
        var now = DateTimeOffset.UtcNow;
        return new SamlResponse
        {
            Id = "_r" + Guid.NewGuid().ToString("N"),
            AssertionId = "_a" + Guid.NewGuid().ToString("N"),
            Destination = asked.Consumer,
            Recipient = asked.Consumer,
            InResponseTo = asked.Id,
            ConfirmationInResponseTo = asked.Id,
            Audience = asked.Issuer,
            Issuer = EntityId,
            AssertionIssuer = EntityId,
            NameId = $"""<saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">{subject}</saml:NameID>""",
            IssueInstant = Text(now),
            AssertionIssueInstant = Text(now),
            AuthnInstant = Text(now),
            NotBefore = Text(now.AddMinutes(-5)),
            NotOnOrAfter = Text(now.AddMinutes(5)),
            ConfirmationNotOnOrAfter = Text(now.AddMinutes(5)),
            SessionNotOnOrAfter = Text(now.AddHours(8)),
            SessionIndex = "_s" + Guid.NewGuid().ToString("N"),
            Certificate = Certificate,
        };
    }

    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
}
