namespace Keyline.Saml.Reading;

/// <summary>An attribute that is not a namespace declaration.</summary>
/// <param name="binding">The declaration that its prefix refers to; none without a prefix.</param>
/// <param name="localName">Its name without the prefix.</param>
/// <param name="qualifiedName">Its name as written.</param>
/// <param name="value">Its normalized value.</param>
internal readonly struct XmlAttribute(NamespaceBinding? binding, string localName, XmlText qualifiedName, XmlText value)
{
    public NamespaceBinding? Binding { get; } = binding;

    public string LocalName { get; } = localName;

    public XmlText QualifiedName { get; } = qualifiedName;

    public XmlText Value { get; } = value;

    public string Namespace => Binding?.Name ?? "";

    /// <summary>Whether this is an identifier in anybody's reading: ID, Id, id, xml:id.</summary>
    public bool IsIdentifier => LocalName.Length == 2 && LocalName.Equals("ID", StringComparison.OrdinalIgnoreCase)
        && (Binding is null || ReferenceEquals(Binding, NamespaceBinding.Xml));
}
