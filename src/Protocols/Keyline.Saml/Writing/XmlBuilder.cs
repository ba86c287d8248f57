using System.Text;
using System.Xml;
using Keyline.Saml.Messages;
using Keyline.Saml.Reading;

namespace Keyline.Saml.Writing;

/// <summary>Writes XML text with SAML's usual prefixes; everything is escaped.</summary>
internal sealed class XmlBuilder : IDisposable
{
    private readonly StringBuilder _text = new();
    private readonly XmlWriter _writer;

    public XmlBuilder() => _writer = XmlWriter.Create(
        _text, new XmlWriterSettings { OmitXmlDeclaration = true, NewLineHandling = NewLineHandling.Entitize });

    public static string PrefixOf(string @namespace) => @namespace switch
    {
        Names.Assertion => "saml",
        Names.Protocol => "samlp",
        Names.Metadata => "md",
        Names.MetadataUi => "mdui",
        Names.Signature => "ds",
        Names.Encryption => "xenc",
        Names.Encryption11 => "xenc11",
        _ => "",
    };

    public XmlBuilder Open(string @namespace, string name)
    {
        _writer.WriteStartElement(PrefixOf(@namespace), name, @namespace);
        return this;
    }

    public XmlBuilder Close()
    {
        _writer.WriteEndElement();
        return this;
    }

    public XmlBuilder Set(string attribute, string? value)
    {
        if (value is not null)
        {
            _writer.WriteAttributeString(attribute, value);
        }

        return this;
    }

    public XmlBuilder Set(string attribute, DateTimeOffset? value) =>
        Set(attribute, value is { } time ? SamlTime.Format(time) : null);

    public XmlBuilder Set(string attribute, bool value) => Set(attribute, value ? "true" : null);

    public XmlBuilder Language(string language)
    {
        _writer.WriteAttributeString("xml", "lang", Names.Xml, language);
        return this;
    }

    public XmlBuilder Text(string text)
    {
        _writer.WriteString(text);
        return this;
    }

    /// <summary>Text of ours that is XML already, such as a signature.</summary>
    public XmlBuilder Raw(string xml)
    {
        _writer.WriteRaw(xml);
        return this;
    }

    public XmlBuilder Leaf(string @namespace, string name, string? text) =>
        text is null ? this : Open(@namespace, name).Text(text).Close();

    public XmlBuilder NameId(NameId name) => Open(Names.Assertion, "NameID")
        .Set("NameQualifier", name.NameQualifier)
        .Set("SPNameQualifier", name.SpNameQualifier)
        .Set("Format", name.Format == NameIdFormats.Unspecified ? null : name.Format)
        .Set("SPProvidedID", name.SpProvidedId)
        .Text(name.Value)
        .Close();

    public override string ToString()
    {
        _writer.Flush();
        return _text.ToString();
    }

    public void Dispose() => _writer.Dispose();
}
