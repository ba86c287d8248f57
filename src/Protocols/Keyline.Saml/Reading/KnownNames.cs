using System.Text;

namespace Keyline.Saml.Reading;

/// <summary>One string per name that the specifications use, found by its bytes, so that parsing makes few strings.</summary>
internal static class KnownNames
{
    private const int Slots = 1024;

    private static readonly Entry?[] _slots = Fill(
        "", "xml", "xmlns", "saml", "saml2", "samlp", "saml2p", "ds", "dsig", "xs", "xsi", "xenc", "xenc11", "ec", "md", "mdui",
        Names.Assertion, Names.Protocol, Names.Metadata, Names.MetadataUi, Names.Signature, Names.Signature11,
        Names.Encryption, Names.Encryption11, Names.ExclusiveC14N, Names.Schema, Names.SchemaInstance, Names.Xml,
        "ID", "Id", "id", "Version", "IssueInstant", "Destination", "InResponseTo", "Consent", "Response", "Issuer", "Signature",
        "SignedInfo", "CanonicalizationMethod", "Algorithm", "SignatureMethod", "Reference", "URI", "Transforms", "Transform",
        "InclusiveNamespaces", "PrefixList", "DigestMethod", "DigestValue", "SignatureValue", "KeyInfo", "X509Data",
        "X509Certificate", "Extensions", "Status", "StatusCode", "StatusMessage", "StatusDetail", "Value", "Assertion",
        "EncryptedAssertion", "Subject", "NameID", "EncryptedID", "Format", "NameQualifier", "SPNameQualifier", "SPProvidedID",
        "SubjectConfirmation", "SubjectConfirmationData", "Method", "Recipient", "NotBefore", "NotOnOrAfter", "Address",
        "Conditions", "AudienceRestriction", "Audience", "OneTimeUse", "ProxyRestriction", "AuthnStatement", "AuthnInstant",
        "SessionIndex", "SessionNotOnOrAfter", "SubjectLocality", "AuthnContext", "AuthnContextClassRef", "AuthnContextDecl",
        "AuthnContextDeclRef", "AuthenticatingAuthority", "AttributeStatement", "Attribute", "AttributeValue", "Name",
        "NameFormat", "FriendlyName", "type", "nil", "AuthnRequest", "LogoutRequest", "LogoutResponse", "NameIDPolicy",
        "RequestedAuthnContext", "Comparison", "AllowCreate", "ForceAuthn", "IsPassive", "AssertionConsumerServiceURL",
        "AssertionConsumerServiceIndex", "ProtocolBinding", "ProviderName", "Reason", "EncryptedData", "EncryptedKey",
        "EncryptionMethod", "CipherData", "CipherValue", "EntityDescriptor", "EntitiesDescriptor", "entityID", "validUntil",
        "cacheDuration", "IDPSSODescriptor", "SPSSODescriptor", "KeyDescriptor", "use", "SingleSignOnService",
        "SingleLogoutService", "AssertionConsumerService", "NameIDFormat", "Binding", "Location", "ResponseLocation");

    public static string Get(ReadOnlySpan<byte> name)
    {
        for (var entry = _slots[Slot(name)]; entry is not null; entry = entry.Next)
        {
            if (name.SequenceEqual(entry.Bytes))
            {
                return entry.Text;
            }
        }

        return Encoding.UTF8.GetString(name);
    }

    private static Entry?[] Fill(params ReadOnlySpan<string> names)
    {
        var slots = new Entry?[Slots];
        foreach (var name in names)
        {
            var bytes = Encoding.UTF8.GetBytes(name);
            ref var slot = ref slots[Slot(bytes)];
            slot = new Entry(bytes, name, slot);
        }

        return slots;
    }

    private static int Slot(ReadOnlySpan<byte> name)
    {
        if (name.IsEmpty)
        {
            return 0;
        }

        var hash = (name.Length * 131) + (name[0] * 31) + (name[^1] * 17) + (name[name.Length / 2] * 7) + name[name.Length / 3];
        return hash & (Slots - 1);
    }

    private sealed record Entry(byte[] Bytes, string Text, Entry? Next);
}
