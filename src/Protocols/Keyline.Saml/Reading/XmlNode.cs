namespace Keyline.Saml.Reading;

/// <summary>An element or a run of text.</summary>
internal abstract class XmlNode
{
    public XmlNode? Next { get; set; }
}

/// <summary>A run of text.</summary>
internal sealed class XmlTextNode(XmlText text) : XmlNode
{
    public XmlText Text { get; } = text;
}
