using System.Text;

namespace Keyline.Saml.Reading;

/// <summary>An element of a parsed document. Only the parser makes and fills it.</summary>
internal sealed class XmlElement(XmlElement? parent, XmlText qualifiedName, string prefix, string localName) : XmlNode
{
    public XmlElement? Parent { get; } = parent;

    public XmlText QualifiedName { get; } = qualifiedName;

    public string Prefix { get; } = prefix;

    public string LocalName { get; } = localName;

    /// <summary>The declaration that governs the element's own name; none when it is in no namespace.</summary>
    public NamespaceBinding? Binding { get; set; }

    public string Namespace => Binding?.Name ?? "";

    /// <summary>Sorted as canonical form wants them.</summary>
    public XmlAttribute[] Attributes { get; set; } = [];

    /// <summary>The namespaces declared at this element.</summary>
    public NamespaceBinding[] Declarations { get; set; } = [];

    public XmlNode? First { get; private set; }

    public XmlNode? Last { get; private set; }

    /// <summary>Whether a comment stood directly inside.</summary>
    public bool HadComment { get; set; }

    public string FullName => Namespace.Length == 0 ? LocalName : $"{LocalName} ({Namespace})";

    public void Append(XmlNode node)
    {
        if (Last is null)
        {
            First = node;
        }
        else
        {
            Last.Next = node;
        }

        Last = node;
    }

    public bool Is(string @namespace, string localName) => LocalName == localName && Namespace == @namespace;

    public XmlElement? FirstElement => ElementFrom(First);

    public XmlElement? NextElement => ElementFrom(Next);

    public XmlElement? Child(string @namespace, string localName)
    {
        for (var child = FirstElement; child is not null; child = child.NextElement)
        {
            if (child.Is(@namespace, localName))
            {
                return child;
            }
        }

        return null;
    }

    public int Count(string @namespace, string localName)
    {
        var count = 0;
        for (var child = FirstElement; child is not null; child = child.NextElement)
        {
            count += child.Is(@namespace, localName) ? 1 : 0;
        }

        return count;
    }

    public bool TryFind(string localName, out XmlText value)
    {
        foreach (ref readonly var attribute in Attributes.AsSpan())
        {
            if (attribute.Binding is null && attribute.LocalName == localName)
            {
                value = attribute.Value;
                return true;
            }
        }

        value = default;
        return false;
    }

    public string? Attribute(string localName) => TryFind(localName, out var value) ? value.ToString() : null;

    /// <summary>The namespace that a prefix means here, if any.</summary>
    public NamespaceBinding? InScope(string prefix)
    {
        for (var element = this; element is not null; element = element.Parent)
        {
            foreach (var declaration in element.Declarations)
            {
                if (declaration.Prefix == prefix)
                {
                    return declaration;
                }
            }
        }

        return null;
    }

    /// <summary>The text of an element without child elements; none when it has some.</summary>
    public string? Text()
    {
        if (First is XmlTextNode only && only.Next is null)
        {
            return only.Text.ToString();
        }

        var text = new StringBuilder();
        for (var node = First; node is not null; node = node.Next)
        {
            if (node is not XmlTextNode run)
            {
                return null;
            }

            text.Append(run.Text.ToString());
        }

        return text.ToString();
    }

    /// <summary>The text of an element that holds one run of text or nothing, without making a string of it.</summary>
    public bool TryText(out XmlText text)
    {
        text = First is XmlTextNode run ? run.Text : default;
        return First is null || (First is XmlTextNode && First.Next is null);
    }

    /// <summary>The element after this one in document order, within <paramref name="apex"/>.</summary>
    public XmlElement? Following(XmlElement apex)
    {
        if (FirstElement is { } child)
        {
            return child;
        }

        for (var element = this; element is not null && !ReferenceEquals(element, apex); element = element.Parent)
        {
            if (element.NextElement is { } next)
            {
                return next;
            }
        }

        return null;
    }

    private static XmlElement? ElementFrom(XmlNode? node)
    {
        while (node is not null and not XmlElement)
        {
            node = node.Next;
        }

        return (XmlElement?)node;
    }
}
