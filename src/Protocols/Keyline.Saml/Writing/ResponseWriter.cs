using Keyline.Saml.Bindings;
using Keyline.Saml.Encryption;
using Keyline.Saml.Messages;
using Keyline.Saml.Reading;

namespace Keyline.Saml.Writing;

/// <summary>Writes responses, where we are the identity provider.</summary>
public static class ResponseWriter
{
    private const string Bearer = "urn:oasis:names:tc:SAML:2.0:cm:bearer";
    private const string BasicName = "urn:oasis:names:tc:SAML:2.0:attrname-format:basic";

    /// <summary>The form for the browser to post.</summary>
    /// <param name="response">What it says.</param>
    /// <param name="protection">How it is signed and encrypted.</param>
    /// <param name="relayState">What came along with the request, or none.</param>
    /// <exception cref="ArgumentException">Neither assertion nor response would be signed, or RelayState is too long.</exception>
    public static PostForm ToPost(IssuedResponse response, ResponseProtection protection, string? relayState)
    {
        if (!protection.SignAssertion && !protection.SignResponse)
        {
            throw new ArgumentException("Sign the assertion, the response, or both.", nameof(protection));
        }

        var assertion = response.Assertion is { } content ? Protect(response, content, protection) : "";
        var xml = protection.SignResponse || assertion.Length == 0
            ? EnvelopedSigner.Sign(signature => Envelope(response, assertion, signature), response.Id, protection.Key)
            : Envelope(response, assertion, "");
        return SamlMessageWriter.Form(response.Destination, "SAMLResponse", xml, relayState);
    }

    private static string Protect(IssuedResponse response, IssuedAssertion assertion, ResponseProtection protection)
    {
        var xml = protection.SignAssertion
            ? EnvelopedSigner.Sign(signature => Assertion(response, assertion, signature), assertion.Id, protection.Key)
            : Assertion(response, assertion, "");
        return protection.EncryptFor is { } recipient ? AssertionEncryptor.Encrypt(xml, recipient) : xml;
    }

    private static string Envelope(IssuedResponse response, string assertion, string signature)
    {
        using var xml = new XmlBuilder();
        xml.Open(Names.Protocol, "Response")
            .Set("ID", response.Id)
            .Set("Version", "2.0")
            .Set("IssueInstant", response.IssueInstant)
            .Set("Destination", response.Destination)
            .Set("InResponseTo", response.InResponseTo)
            .Leaf(Names.Assertion, "Issuer", response.Issuer)
            .Raw(signature);
        MessageXml.Write(xml, response.Status);
        return xml.Raw(assertion).Close().ToString();
    }

    private static string Assertion(IssuedResponse response, IssuedAssertion assertion, string signature)
    {
        using var xml = new XmlBuilder();
        xml.Open(Names.Assertion, "Assertion")
            .Set("ID", assertion.Id)
            .Set("Version", "2.0")
            .Set("IssueInstant", response.IssueInstant)
            .Leaf(Names.Assertion, "Issuer", response.Issuer)
            .Raw(signature)
            .Open(Names.Assertion, "Subject")
            .NameId(assertion.NameId)
            .Open(Names.Assertion, "SubjectConfirmation").Set("Method", Bearer)
            .Open(Names.Assertion, "SubjectConfirmationData")
            .Set("InResponseTo", response.InResponseTo)
            .Set("NotOnOrAfter", assertion.NotOnOrAfter)
            .Set("Recipient", response.Destination)
            .Close().Close().Close()
            .Open(Names.Assertion, "Conditions")
            .Set("NotBefore", response.IssueInstant)
            .Set("NotOnOrAfter", assertion.NotOnOrAfter)
            .Open(Names.Assertion, "AudienceRestriction").Leaf(Names.Assertion, "Audience", assertion.Audience).Close().Close()
            .Open(Names.Assertion, "AuthnStatement")
            .Set("AuthnInstant", assertion.AuthnInstant)
            .Set("SessionIndex", assertion.SessionIndex)
            .Set("SessionNotOnOrAfter", assertion.SessionNotOnOrAfter)
            .Open(Names.Assertion, "AuthnContext").Leaf(Names.Assertion, "AuthnContextClassRef", assertion.AuthnContext).Close().Close();
        Attributes(xml, assertion);
        return xml.Close().ToString();
    }

    private static void Attributes(XmlBuilder xml, IssuedAssertion assertion)
    {
        if (assertion.Attributes.Count == 0)
        {
            return;
        }

        xml.Open(Names.Assertion, "AttributeStatement");
        foreach (var attribute in assertion.Attributes)
        {
            xml.Open(Names.Assertion, "Attribute").Set("Name", attribute.Name)
                .Set("NameFormat", attribute.NameFormat ?? BasicName).Set("FriendlyName", attribute.FriendlyName);
            foreach (var value in attribute.Values)
            {
                xml.Leaf(Names.Assertion, "AttributeValue", value);
            }

            xml.Close();
        }

        xml.Close();
    }
}
