namespace Keyline.Saml.Reading;

/// <summary>A namespace declaration: one object per declaration, shared by all that it governs.</summary>
/// <param name="prefix">The prefix; empty for the default namespace.</param>
/// <param name="name">The namespace; empty when the default is taken back.</param>
/// <param name="text">The namespace as it is written out.</param>
internal sealed class NamespaceBinding(string prefix, string name, XmlText text)
{
    /// <summary>What <c>xml:</c> means without being declared.</summary>
    public static NamespaceBinding Xml { get; } = new("xml", Names.Xml, default);

    public string Prefix { get; } = prefix;

    public string Name { get; } = name;

    public XmlText Text { get; } = text;
}
