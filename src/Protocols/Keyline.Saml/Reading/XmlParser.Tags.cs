using System.Diagnostics.CodeAnalysis;

namespace Keyline.Saml.Reading;

/// <content>Start tags with attributes and namespaces, and end tags.</content>
internal sealed partial class XmlParser
{
    private const int LongestNamespace = 512;
    private const int MostNamespaces = 128;

    private static readonly bool[] _isName =
        [.. Enumerable.Range(0, 256).Select(b => char.IsAsciiLetterOrDigit((char)b) || b is '_' or '-' or '.')];

    private readonly List<RawAttribute> _attributes = [];
    private readonly List<NamespaceBinding> _declared = [];

    private bool StartTag(XmlElement? parent, [NotNullWhen(true)] out XmlElement? element, out bool empty)
    {
        element = null;
        empty = false;
        if (++_depth > limits.Depth)
        {
            return Refuse(SamlFaultCode.TooDeep, $"at most {limits.Depth} levels", "more");
        }

        if (++_elements > limits.Elements)
        {
            return Refuse(SamlFaultCode.TooManyElements, $"at most {limits.Elements} elements", "more");
        }

        if (_at >= length || source[_at] != '<')
        {
            return Refuse("an element", Here());
        }

        _at++;
        if (!Name(out var name, out var colon) || !AttributesOfTag(out empty))
        {
            return false;
        }

        element = new XmlElement(parent, name, Prefix(name, colon), KnownNames.Get(name.Span[(colon + 1)..]));
        return Bind(element);
    }

    private bool EndTag(XmlElement open)
    {
        _at += 2;
        var name = open.QualifiedName.Span;
        if (!Rest.StartsWith(name))
        {
            return Refuse($"the end tag of {open.LocalName}", Here());
        }

        _at += name.Length;
        Space();
        if (_at >= length || source[_at] != '>')
        {
            return Refuse($"the end tag of {open.LocalName}", Here());
        }

        _at++;
        return true;
    }

    private bool AttributesOfTag(out bool empty)
    {
        _attributes.Clear();
        empty = false;
        while (true)
        {
            var before = _at;
            Space();
            if (_at >= length)
            {
                return Refuse("the end of a tag", Here());
            }

            if (source[_at] == '>')
            {
                _at++;
                return true;
            }

            if (source[_at] == '/' && _at + 1 < length && source[_at + 1] == '>')
            {
                _at += 2;
                empty = true;
                return true;
            }

            if (before == _at)
            {
                return Refuse("white space before an attribute", Here());
            }

            if (_attributes.Count == limits.Attributes)
            {
                return Refuse(SamlFaultCode.TooManyAttributes, $"at most {limits.Attributes} attributes", "more");
            }

            if (!Attribute())
            {
                return false;
            }
        }
    }

    private bool Attribute()
    {
        if (!Name(out var name, out var colon))
        {
            return false;
        }

        Space();
        if (_at >= length || source[_at] != '=')
        {
            return Refuse("= after the name of an attribute", Here());
        }

        _at++;
        Space();
        var quote = _at < length ? source[_at] : (byte)0;
        if (quote is not ((byte)'"' or (byte)'\''))
        {
            return Refuse("a quoted value", Here());
        }

        _at++;
        var end = Rest.IndexOf(quote);
        if (end < 0 || !AttributeValue(end, out var value))
        {
            return Refuse("the end of a value", "none");
        }

        _at += end + 1;
        _attributes.Add(new RawAttribute(name, colon, value));
        return true;
    }

    // Namespaces in XML 1.0: a prefix must be declared, must not be taken back, and xml and xmlns are taken.
    private bool Bind(XmlElement element)
    {
        _declared.Clear();
        foreach (var attribute in _attributes)
        {
            if (IsDeclaration(attribute, out var prefix) && !Declare(prefix, attribute.Value))
            {
                return false;
            }
        }

        if (_declared.Count > 0)
        {
            element.Declarations = [.. _declared];
            _scope.AddRange(_declared);
        }

        if (!TryResolve(element.Prefix, out var own))
        {
            return Refuse("a declared prefix", element.Prefix);
        }

        element.Binding = own;
        var count = _attributes.Count - _declared.Count;
        return count == 0 || Fill(element, new XmlAttribute[count]);
    }

    private bool Fill(XmlElement element, XmlAttribute[] attributes)
    {
        var count = 0;
        foreach (var raw in _attributes)
        {
            if (IsDeclaration(raw, out _))
            {
                continue;
            }

            NamespaceBinding? binding = null;
            if (raw.Colon >= 0 && !TryResolve(Prefix(raw.Name, raw.Colon), out binding))
            {
                return Refuse("a declared prefix", raw.Name.ToString());
            }

            var attribute = new XmlAttribute(binding, KnownNames.Get(raw.Name.Span[(raw.Colon + 1)..]), raw.Name, raw.Value);
            if (attribute.IsIdentifier && !identifiers.Add(raw.Value.ToString()))
            {
                return Refuse(SamlFaultCode.DuplicateId, "every ID once in the document", raw.Value.ToString());
            }

            if (!Insert(attributes, count++, attribute))
            {
                return Refuse("every attribute once", raw.Name.ToString());
            }
        }

        element.Attributes = attributes;
        return true;
    }

    // Canonical XML 1.0, 2.2: by namespace, then by local name.
    private static bool Insert(XmlAttribute[] attributes, int count, XmlAttribute attribute)
    {
        var place = count;
        for (; place > 0; place--)
        {
            var order = Compare(attributes[place - 1], attribute);
            if (order == 0)
            {
                return false;
            }

            if (order < 0)
            {
                break;
            }

            attributes[place] = attributes[place - 1];
        }

        attributes[place] = attribute;
        return true;
    }

    private static int Compare(in XmlAttribute left, in XmlAttribute right)
    {
        var order = ReferenceEquals(left.Binding, right.Binding) ? 0 : string.CompareOrdinal(left.Namespace, right.Namespace);
        return order != 0 ? order : string.CompareOrdinal(left.LocalName, right.LocalName);
    }

    private static bool IsDeclaration(in RawAttribute attribute, out ReadOnlySpan<byte> prefix)
    {
        var name = attribute.Name.Span;
        prefix = [];
        if (attribute.Colon < 0)
        {
            return name.SequenceEqual("xmlns"u8);
        }

        if (!name.StartsWith("xmlns:"u8))
        {
            return false;
        }

        prefix = name["xmlns:".Length..];
        return true;
    }

    private bool Declare(ReadOnlySpan<byte> prefix, XmlText value)
    {
        var name = KnownNames.Get(prefix);
        var uri = KnownNames.Get(value.Span);
        if (name is "xml" or "xmlns" || uri is Names.Xml or Names.Xmlns || (uri.Length == 0 && name.Length > 0))
        {
            return Refuse("a namespace declaration", $"xmlns:{name}=\"{uri}\"");
        }

        if (value.Length > LongestNamespace || _scope.Count + _declared.Count >= MostNamespaces)
        {
            return Refuse(SamlFaultCode.TooManyAttributes, $"at most {MostNamespaces} short namespaces at once", "more, or a long one");
        }

        foreach (var declared in _declared)
        {
            if (declared.Prefix == name)
            {
                return Refuse("every attribute once", $"xmlns:{name}");
            }
        }

        _declared.Add(new NamespaceBinding(name, uri, value));
        return true;
    }

    private bool TryResolve(string prefix, out NamespaceBinding? binding)
    {
        for (var i = _scope.Count - 1; i >= 0; i--)
        {
            if (_scope[i].Prefix == prefix)
            {
                binding = _scope[i].Name.Length == 0 ? null : _scope[i];
                return true;
            }
        }

        binding = null;
        return prefix.Length == 0;
    }

    private static string Prefix(XmlText name, int colon) => colon < 0 ? "" : KnownNames.Get(name.Span[..colon]);

    private bool Name(out XmlText name, out int colon)
    {
        var start = _at;
        colon = -1;
        while (_at < length && IsName(source[_at]))
        {
            _at++;
        }

        if (_at < length && source[_at] == ':' && _at > start)
        {
            colon = _at - start;
            var local = ++_at;
            while (_at < length && IsName(source[_at]))
            {
                _at++;
            }

            if (_at == local || !IsNameStart(source[local]))
            {
                name = default;
                return Refuse("a name", Here());
            }
        }

        name = new XmlText(source, start, _at - start, true);
        return (_at > start && IsNameStart(source[start])) || Refuse("a name of ASCII letters, digits, '_', '-' and '.'", Here());
    }

    private static bool IsNameStart(byte b) => char.IsAsciiLetter((char)b) || b == '_';

    private static bool IsName(byte b) => _isName[b];

    private readonly record struct RawAttribute(XmlText Name, int Colon, XmlText Value);
}
