using System.Security;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Text;

namespace Keyline.Testing.Saml;

/// <summary>A response as an identity provider writes it. Every value can be another, or null to be left out.</summary>
public sealed record SamlResponse
{
    public string Id { get; init; } = "_response1";

    public string Version { get; init; } = "2.0";

    public string? Destination { get; init; } = SamlResponses.Location;

    public string? InResponseTo { get; init; } = SamlResponses.RequestId;

    public string? IssueInstant { get; init; } = "2026-03-01T11:59:59.500Z";

    public string? Issuer { get; init; } = SamlResponses.IdpEntityId;

    public string Status { get; init; } = """<samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/>""";

    public string AssertionId { get; init; } = "_assertion1";

    public string AssertionVersion { get; init; } = "2.0";

    public string? AssertionIssueInstant { get; init; } = "2026-03-01T11:59:59.500Z";

    public string? AssertionIssuer { get; init; } = SamlResponses.IdpEntityId;

    /// <summary>XML of the name.</summary>
    public string NameId { get; init; } =
        """<saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">user-1</saml:NameID>""";

    public string? ConfirmationMethod { get; init; } = "urn:oasis:names:tc:SAML:2.0:cm:bearer";

    public string? Recipient { get; init; } = SamlResponses.Location;

    public string? ConfirmationInResponseTo { get; init; } = SamlResponses.RequestId;

    public string? ConfirmationNotOnOrAfter { get; init; } = "2026-03-01T12:05:00Z";

    public string? NotBefore { get; init; } = "2026-03-01T11:55:00Z";

    public string? NotOnOrAfter { get; init; } = "2026-03-01T12:05:00Z";

    /// <summary>The one audience; null leaves the restriction out.</summary>
    public string? Audience { get; init; } = SamlResponses.SpEntityId;

    /// <summary>More XML inside Conditions.</summary>
    public string MoreConditions { get; init; } = "";

    public string? AuthnInstant { get; init; } = "2026-03-01T11:59:00Z";

    public string? SessionIndex { get; init; } = "_session1";

    public string? SessionNotOnOrAfter { get; init; } = "2026-03-01T20:00:00Z";

    public string? AuthnContext { get; init; } = "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport";

    public IReadOnlyList<(string Name, string[] Values)> Attributes { get; init; } =
    [
        ("email", ["user1@acme.example"]), ("displayName", ["User One"]), ("groups", ["all", "phones"]),
    ];

    public X509Certificate2 Certificate { get; init; } = SamlTestKeys.IdentityProvider;

    public bool SignAssertion { get; init; } = true;

    public bool SignResponse { get; init; } = true;

    /// <summary>Changes how the assertion is signed, before it is.</summary>
    public Action<SignedXml>? AssertionSigning { get; init; }

    /// <summary>Changes how the response is signed, before it is.</summary>
    public Action<SignedXml>? ResponseSigning { get; init; }

    /// <summary>Changes the assertion's XML after it was signed, such as encrypting it.</summary>
    public Func<string, string> AfterAssertion { get; init; } = xml => xml;

    /// <summary>Changes the whole XML after everything was signed.</summary>
    public Func<string, string> Afterwards { get; init; } = xml => xml;

    public string AssertionXml()
    {
        var xml = $"""
            <saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ID="{AssertionId}" Version="{AssertionVersion}"{Attribute("IssueInstant", AssertionIssueInstant)}>{Element("saml:Issuer", AssertionIssuer)}
              <saml:Subject>
                {NameId}{Confirmation()}
              </saml:Subject>
              <saml:Conditions{Attribute("NotBefore", NotBefore)}{Attribute("NotOnOrAfter", NotOnOrAfter)}>
                {(Audience is null ? "" : $"<saml:AudienceRestriction>{Element("saml:Audience", Audience)}</saml:AudienceRestriction>")}{MoreConditions}
              </saml:Conditions>
              {(AuthnInstant is null ? "" : $"<saml:AuthnStatement{Attribute("AuthnInstant", AuthnInstant)}{Attribute("SessionIndex", SessionIndex)}{Attribute("SessionNotOnOrAfter", SessionNotOnOrAfter)}><saml:AuthnContext>{Element("saml:AuthnContextClassRef", AuthnContext)}</saml:AuthnContext></saml:AuthnStatement>")}
              <saml:AttributeStatement>{AttributeXml()}</saml:AttributeStatement>
            </saml:Assertion>
            """;
        return SignAssertion ? XmlSigning.Sign(xml, Certificate, AssertionSigning) : xml;
    }

    public string ToXml()
    {
        var xml = $"""
            <samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="{Id}" Version="{Version}"{Attribute("IssueInstant", IssueInstant)}{Attribute("Destination", Destination)}{Attribute("InResponseTo", InResponseTo)}>{Element("saml:Issuer", Issuer)}
              <samlp:Status>{Status}</samlp:Status>
              {AfterAssertion(AssertionXml())}
            </samlp:Response>
            """;
        return Afterwards(SignResponse ? XmlSigning.Sign(xml, Certificate, ResponseSigning) : xml);
    }

    public string ToBase64() => Convert.ToBase64String(Encoding.UTF8.GetBytes(ToXml()));

    private static string Attribute(string name, string? value) => value is null ? "" : $" {name}=\"{SecurityElement.Escape(value)}\"";

    private static string Element(string name, string? value) => value is null ? "" : $"<{name}>{SecurityElement.Escape(value)}</{name}>";

    private string Confirmation() => ConfirmationMethod is null ? "" : $"""
        <saml:SubjectConfirmation Method="{ConfirmationMethod}"><saml:SubjectConfirmationData{Attribute("InResponseTo", ConfirmationInResponseTo)}{Attribute("NotOnOrAfter", ConfirmationNotOnOrAfter)}{Attribute("Recipient", Recipient)}/></saml:SubjectConfirmation>
        """;

    private string AttributeXml() => string.Concat(Attributes.Select(attribute =>
        $"<saml:Attribute{Attribute("Name", attribute.Name)} NameFormat=\"urn:oasis:names:tc:SAML:2.0:attrname-format:basic\">"
        + string.Concat(attribute.Values.Select(value =>
            $"<saml:AttributeValue xsi:type=\"xs:string\">{SecurityElement.Escape(value)}</saml:AttributeValue>"))
        + "</saml:Attribute>"));
}
