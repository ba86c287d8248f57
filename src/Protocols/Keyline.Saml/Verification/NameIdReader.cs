using Keyline.Saml.Encryption;
using Keyline.Saml.Messages;
using Keyline.Saml.Reading;

namespace Keyline.Saml.Verification;

/// <summary>Reads a NameID, or an EncryptedID in an element that a signature covers (Core 2.2.3, 2.2.4).</summary>
internal static class NameIdReader
{
    private const int LongestName = 1024;

    /// <summary>The name of which the parent must have one, plain or encrypted.</summary>
    public static NameId? Read(XmlElement parent, DecryptionOptions options, FieldReader fields)
    {
        if (fields.Optional(parent, Names.Assertion, "EncryptedID") is not { } encrypted)
        {
            return fields.Needed(parent, Names.Assertion, "NameID") is { } plain ? Read(plain, fields) : null;
        }

        var decrypted = ElementDecryptor.Decrypt(encrypted, options);
        if (!decrypted.Ok)
        {
            fields.Refuse(decrypted.Fault.Code, decrypted.Fault.Expected, decrypted.Fault.Came);
            return null;
        }

        var name = decrypted.Value.Element;
        if (parent.Child(Names.Assertion, "NameID") is not null || !name.Is(Names.Assertion, "NameID"))
        {
            fields.Refuse(SamlFaultCode.UnexpectedElement, "one NameID, plain or encrypted", name.FullName);
            return null;
        }

        return Read(name, fields);
    }

    private static NameId Read(XmlElement element, FieldReader fields)
    {
        var value = fields.Text(element);
        if (string.IsNullOrWhiteSpace(value) || value.Length > LongestName)
        {
            fields.Refuse(SamlFaultCode.InvalidValue, $"a NameID of 1 to {LongestName} characters", $"{value.Length}");
        }

        return new NameId
        {
            Value = value,
            Format = element.Attribute("Format") ?? NameIdFormats.Unspecified,
            NameQualifier = element.Attribute("NameQualifier"),
            SpNameQualifier = element.Attribute("SPNameQualifier"),
            SpProvidedId = element.Attribute("SPProvidedID"),
        };
    }
}
