using System.Globalization;
using Keyline.Saml.Bindings;
using Keyline.Saml.Encryption;
using Keyline.Saml.Messages;
using Keyline.Saml.Metadata;
using Keyline.Saml.Reading;

namespace Keyline.Saml.Verification;

/// <summary>Verifies a request to sign somebody in, where we are the identity provider (Profiles 4.1.4.1).</summary>
public static class AuthnRequestVerifier
{
    /// <summary>Verifies a request.</summary>
    /// <param name="message">The message.</param>
    /// <param name="sp">The service provider, as registered: answers go to its own addresses only.</param>
    /// <param name="location">The address at which the message arrived, exactly as our metadata named it.</param>
    /// <param name="mustBeSigned">Whether we want requests signed; a service provider that says that it signs must sign anyway.</param>
    /// <param name="now">The time.</param>
    public static Result<VerifiedAuthnRequest, SamlFault> Verify(
        IncomingMessage message, ServiceProviderMetadata sp, string location, bool mustBeSigned, DateTimeOffset now)
    {
        var trust = new MessageTrust { EntityId = sp.EntityId, SigningKeys = sp.SigningKeys, Location = location };
        var check = new MessageCheck(message, trust, now);
        if (check.Refusal(MessageKind.AuthnRequest, mustBeSigned || sp.AuthnRequestsSigned) is { } refusal)
        {
            return refusal;
        }

        var fields = new FieldReader();
        var request = Read(message, trust, check, fields);
        if (!fields.Ok)
        {
            return fields.Fault;
        }

        // Core 3.4.1: the identity provider must make sure that the address belongs to the one who asks.
        var binding = message.Root.Attribute("ProtocolBinding");
        if (binding is not null && binding != BindingNames.Post)
        {
            return new SamlFault(SamlFaultCode.UnknownAddress, BindingNames.Post, binding);
        }

        return AddressFor(request, sp) is { } service
            ? new VerifiedAuthnRequest(new VerifiedMessage<AuthnRequest>(request, check.SignedBy), service)
            : new SamlFault(
                SamlFaultCode.UnknownAddress, string.Join(" or ", sp.AssertionConsumerServices.Select(known => known.Location)),
                request.AssertionConsumerService ?? $"index {request.AssertionConsumerServiceIndex}");
    }

    private static AuthnRequest Read(IncomingMessage message, MessageTrust trust, MessageCheck check, FieldReader fields)
    {
        var root = message.Root;
        var policy = fields.Optional(root, Names.Protocol, "NameIDPolicy");
        var contexts = fields.Optional(root, Names.Protocol, "RequestedAuthnContext");
        var subject = fields.Optional(root, Names.Assertion, "Subject");
        var options = new DecryptionOptions([], false, trust.Limits, message.Tree.Identifiers);
        return new AuthnRequest
        {
            Id = check.Id,
            IssueInstant = check.IssueInstant,
            Issuer = trust.EntityId,
            Destination = trust.Location,
            AssertionConsumerService = root.Attribute("AssertionConsumerServiceURL"),
            AssertionConsumerServiceIndex = Index(root, fields),
            ForceAuthn = fields.Boolean(root, "ForceAuthn"),
            IsPassive = fields.Boolean(root, "IsPassive"),
            NameIdFormat = policy?.Attribute("Format"),
            RequestedAuthnContexts = contexts is null ? [] : Contexts(contexts, fields),
            Comparison = contexts is null ? AuthnContextComparison.Exact : Comparison(contexts, fields),
            Subject = subject is null ? null : NameIdReader.Read(subject, options, fields),
            ProviderName = root.Attribute("ProviderName"),
        };
    }

    private static int? Index(XmlElement root, FieldReader fields)
    {
        if (root.Attribute("AssertionConsumerServiceIndex") is not { } text)
        {
            return null;
        }

        if (ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
        {
            return index;
        }

        fields.Refuse(SamlFaultCode.InvalidValue, "a number in AssertionConsumerServiceIndex", text);
        return null;
    }

    private static List<string> Contexts(XmlElement contexts, FieldReader fields)
    {
        var classes = new List<string>();
        for (var child = contexts.FirstElement; child is not null; child = child.NextElement)
        {
            if (child.Is(Names.Assertion, "AuthnContextClassRef"))
            {
                classes.Add(fields.Uri(child));
            }
        }

        return classes;
    }

    private static AuthnContextComparison Comparison(XmlElement contexts, FieldReader fields)
    {
        switch (contexts.Attribute("Comparison"))
        {
            case null or "exact":
                return AuthnContextComparison.Exact;
            case "minimum":
                return AuthnContextComparison.Minimum;
            case "maximum":
                return AuthnContextComparison.Maximum;
            case "better":
                return AuthnContextComparison.Better;
            case { } other:
                fields.Refuse(SamlFaultCode.InvalidValue, "exact, minimum, maximum or better", other);
                return AuthnContextComparison.Exact;
        }
    }

    private static MetadataEndpoint? AddressFor(AuthnRequest request, ServiceProviderMetadata sp)
    {
        var known = sp.AssertionConsumerServices;
        return request.AssertionConsumerService is { } address
            ? known.FirstOrDefault(service => service.Location == address)
            : request.AssertionConsumerServiceIndex is { } index
                ? known.FirstOrDefault(service => service.Index == index)
                : known.FirstOrDefault(service => service.IsDefault) ?? (known.Count > 0 ? known[0] : null);
    }
}
