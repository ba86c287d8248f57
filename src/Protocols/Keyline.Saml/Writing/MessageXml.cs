using System.Diagnostics;
using System.Globalization;
using Keyline.Saml.Messages;
using Keyline.Saml.Reading;
using Keyline.Saml.Signatures;

namespace Keyline.Saml.Writing;

/// <summary>The XML of a protocol message.</summary>
internal static class MessageXml
{
    public static string Write(ProtocolMessage message) => Write(message, "");

    public static string WriteSigned(ProtocolMessage message, CertifiedKey key) =>
        EnvelopedSigner.Sign(signature => Write(message, signature), message.Id, key);

    private static string Write(ProtocolMessage message, string signature)
    {
        using var xml = new XmlBuilder();
        xml.Open(Names.Protocol, message.GetType().Name)
            .Set("ID", message.Id)
            .Set("Version", "2.0")
            .Set("IssueInstant", message.IssueInstant)
            .Set("Destination", message.Destination);
        switch (message)
        {
            case AuthnRequest request:
                Write(xml, request, signature);
                break;
            case LogoutRequest request:
                Write(xml, request, signature);
                break;
            case LogoutResponse response:
                xml.Set("InResponseTo", response.InResponseTo).Leaf(Names.Assertion, "Issuer", response.Issuer).Raw(signature);
                Write(xml, response.Status);
                break;
            default:
                throw new UnreachableException("The family of messages is closed.");
        }

        return xml.Close().ToString();
    }

    public static void Write(XmlBuilder xml, SamlStatus status)
    {
        xml.Open(Names.Protocol, "Status").Open(Names.Protocol, "StatusCode").Set("Value", status.Code);
        if (status.SubCode is not null)
        {
            xml.Open(Names.Protocol, "StatusCode").Set("Value", status.SubCode).Close();
        }

        xml.Close().Leaf(Names.Protocol, "StatusMessage", status.Message).Close();
    }

    private static void Write(XmlBuilder xml, AuthnRequest request, string signature)
    {
        xml.Set("ForceAuthn", request.ForceAuthn)
            .Set("IsPassive", request.IsPassive)
            .Set("ProtocolBinding", request.AssertionConsumerService is null ? null : BindingNames.Post)
            .Set("AssertionConsumerServiceURL", request.AssertionConsumerService)
            .Set("AssertionConsumerServiceIndex", request.AssertionConsumerServiceIndex?.ToString(CultureInfo.InvariantCulture))
            .Set("ProviderName", request.ProviderName)
            .Leaf(Names.Assertion, "Issuer", request.Issuer)
            .Raw(signature);
        if (request.Subject is { } subject)
        {
            xml.Open(Names.Assertion, "Subject").NameId(subject).Close();
        }

        if (request.NameIdFormat is { } format)
        {
            xml.Open(Names.Protocol, "NameIDPolicy").Set("Format", format).Set("AllowCreate", true).Close();
        }

        if (request.RequestedAuthnContexts.Count > 0)
        {
            xml.Open(Names.Protocol, "RequestedAuthnContext").Set("Comparison", NameOf(request.Comparison));
            foreach (var context in request.RequestedAuthnContexts)
            {
                xml.Leaf(Names.Assertion, "AuthnContextClassRef", context);
            }

            xml.Close();
        }
    }

    private static void Write(XmlBuilder xml, LogoutRequest request, string signature)
    {
        xml.Set("NotOnOrAfter", request.NotOnOrAfter)
            .Set("Reason", request.Reason)
            .Leaf(Names.Assertion, "Issuer", request.Issuer)
            .Raw(signature)
            .NameId(request.NameId);
        foreach (var index in request.SessionIndexes)
        {
            xml.Leaf(Names.Protocol, "SessionIndex", index);
        }
    }

    private static string NameOf(AuthnContextComparison comparison) => comparison switch
    {
        AuthnContextComparison.Exact => "exact",
        AuthnContextComparison.Minimum => "minimum",
        AuthnContextComparison.Maximum => "maximum",
        _ => "better",
    };
}
