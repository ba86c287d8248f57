using System.Globalization;
using System.Xml;
using Keyline.Saml.Messages;
using Keyline.Saml.Reading;
using Keyline.Saml.Signatures;
using Keyline.Saml.Writing;

namespace Keyline.Saml.Metadata;

/// <summary>Writes our own metadata, signed or not.</summary>
public static class MetadataWriter
{
    /// <summary>Writes a service provider's metadata: every key given is published, so put the current and the next one in.</summary>
    /// <param name="metadata">What it says.</param>
    /// <param name="key">The key to sign it with, or none.</param>
    public static string Write(ServiceProviderMetadata metadata, CertifiedKey? key) => Write(metadata, key, xml =>
    {
        Role(xml, "SPSSODescriptor", metadata, role => role
            .Set("AuthnRequestsSigned", metadata.AuthnRequestsSigned)
            .Set("WantAssertionsSigned", metadata.WantAssertionsSigned));
        Formats(xml, metadata);
        foreach (var service in metadata.AssertionConsumerServices)
        {
            Endpoint(xml, "AssertionConsumerService", service);
        }

        xml.Close();
    });

    /// <summary>Writes an identity provider's metadata: every key given is published, so put the current and the next one in.</summary>
    /// <param name="metadata">What it says.</param>
    /// <param name="key">The key to sign it with, or none.</param>
    public static string Write(IdentityProviderMetadata metadata, CertifiedKey? key) => Write(metadata, key, xml =>
    {
        Role(xml, "IDPSSODescriptor", metadata, role => role.Set("WantAuthnRequestsSigned", metadata.WantAuthnRequestsSigned));
        Formats(xml, metadata);
        foreach (var service in metadata.SingleSignOn)
        {
            Endpoint(xml, "SingleSignOnService", service);
        }

        xml.Close();
    });

    private static string Write(EntityMetadata metadata, CertifiedKey? key, Action<XmlBuilder> role)
    {
        var id = ProtocolMessage.NewId();
        return key is null ? Entity("") : EnvelopedSigner.Sign(Entity, id, key);

        string Entity(string signature)
        {
            using var xml = new XmlBuilder();
            xml.Open(Names.Metadata, "EntityDescriptor")
                .Set("ID", id)
                .Set("entityID", metadata.EntityId)
                .Set("validUntil", metadata.ValidUntil)
                .Set("cacheDuration", metadata.CacheDuration is { } duration ? XmlConvert.ToString(duration) : null)
                .Raw(signature);
            role(xml);
            return xml.Close().ToString();
        }
    }

    private static void Role(XmlBuilder xml, string name, EntityMetadata metadata, Action<XmlBuilder> attributes)
    {
        xml.Open(Names.Metadata, name);
        attributes(xml);
        xml.Set("protocolSupportEnumeration", Names.Protocol);
        if (metadata.DisplayName is { } display)
        {
            xml.Open(Names.Metadata, "Extensions").Open(Names.MetadataUi, "UIInfo")
                .Open(Names.MetadataUi, "DisplayName").Language("en").Text(display).Close().Close().Close();
        }

        foreach (var key in metadata.SigningKeys)
        {
            Key(xml, "signing", key);
        }

        foreach (var key in metadata.EncryptionKeys)
        {
            Key(xml, "encryption", key);
        }

        foreach (var logout in metadata.SingleLogout)
        {
            Endpoint(xml, "SingleLogoutService", logout);
        }
    }

    private static void Key(XmlBuilder xml, string use, VerificationKey key)
    {
        xml.Open(Names.Metadata, "KeyDescriptor").Set("use", use)
            .Open(Names.Signature, "KeyInfo").Open(Names.Signature, "X509Data")
            .Leaf(Names.Signature, "X509Certificate", key.CertificateText()).Close().Close();
        if (use == "encryption")
        {
            xml.Open(Names.Metadata, "EncryptionMethod").Set("Algorithm", Encryption.EncryptionAlgorithms.Aes256Gcm).Close()
                .Open(Names.Metadata, "EncryptionMethod").Set("Algorithm", Encryption.EncryptionAlgorithms.OaepMgf1P).Close();
        }

        xml.Close();
    }

    private static void Endpoint(XmlBuilder xml, string name, MetadataEndpoint endpoint) => xml.Open(Names.Metadata, name)
        .Set("Binding", BindingNames.NameOf(endpoint.Binding))
        .Set("Location", endpoint.Location)
        .Set("ResponseLocation", endpoint.ResponseLocation)
        .Set("index", endpoint.Index?.ToString(CultureInfo.InvariantCulture))
        .Set("isDefault", endpoint.IsDefault)
        .Close();

    private static void Formats(XmlBuilder xml, EntityMetadata metadata)
    {
        foreach (var format in metadata.NameIdFormats)
        {
            xml.Leaf(Names.Metadata, "NameIDFormat", format);
        }
    }
}
