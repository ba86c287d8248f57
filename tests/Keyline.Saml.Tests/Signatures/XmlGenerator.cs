using System.Globalization;
using System.Text;

namespace Keyline.Saml.Tests.Signatures;

/// <summary>Documents with everything that canonical form treats specially: namespaces above all.</summary>
internal sealed class XmlGenerator(int seed)
{
    private const int Deepest = 3;

    private static readonly string[] _prefixes = ["", "", "a", "b", "c", "saml", "zz"];
    private static readonly string[] _namespaces = ["urn:one", "urn:two", "urn:a&amp;b", "urn:&lt;&quot;&gt;", "http://x.example/ü"];
    private static readonly string[] _names = ["x", "y", "Assertion", "n-1._2"];
    private static readonly string[] _included = ["a", "b", "c", "zz", "#default", "unknown"];
    private static readonly string[] _texts =
    [
        "plain", " ", "\n  ", "\t", "\r\n", "\r", "&amp;", "&lt;tag&gt;", "&#13;", "&#xD;&#xA;", "&#9;", ">", "\"quoted\"", "'single'", "&quot;", "&apos;",
        "ü€", "😀", "&#x1F600;", "<![CDATA[<&>]]>", "<![CDATA[a\r\nb]]>", "<![CDATA[]]>", "]]", "&#10;",
    ];

    private static readonly string[] _values = ["", "v", "a b", "\n", "\t", "\r\n", "&#10;", "&#9;", "&#13;", "&amp;", "&lt;", ">", "ü", "😀", "&#x20;", "&apos;", "&quot;"];

    private readonly Random _random = new(seed);
    private readonly StringBuilder _xml = new();

    public string Document()
    {
        if (_random.Next(3) == 0)
        {
            _xml.Append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- before -->");
        }

        Element(0, [("", "")]);
        return _xml.Append(_random.Next(3) == 0 ? "\n<!-- after -->" : "").ToString();
    }

    /// <summary>A document that somebody typed into.</summary>
    public string Damaged()
    {
        var text = new StringBuilder(Document());
        for (var i = _random.Next(1, 4); i > 0; i--)
        {
            const string signs = "<>&;\"'=/!?-[]#x: \u0001\r\n\u00FC\uFFFEa";
            var at = _random.Next(text.Length);
            switch (_random.Next(4))
            {
                case 0:
                    text.Remove(at, Math.Min(_random.Next(1, 6), text.Length - at));
                    break;
                case 1:
                    text.Insert(at, signs[_random.Next(signs.Length)]);
                    break;
                case 2:
                    text[at] = signs[_random.Next(signs.Length)];
                    break;
                default:
                    text.Insert(at, text.ToString(at, Math.Min(_random.Next(1, 12), text.Length - at)));
                    break;
            }
        }

        return text.ToString();
    }

    /// <summary>A choice of prefixes for InclusiveNamespaces.</summary>
    public string[] Prefixes() => [.. _included.Where(_ => _random.Next(3) == 0)];

    private string One(string[] choices) => choices[_random.Next(choices.Length)];

    private void Element(int depth, List<(string Prefix, string Name)> scope)
    {
        var inScope = new List<(string Prefix, string Name)>(scope);
        var declarations = Declarations(inScope);
        var prefix = inScope[_random.Next(inScope.Count)].Prefix;
        var name = prefix.Length == 0 ? One(_names) : $"{prefix}:{One(_names)}";
        _xml.Append('<').Append(name);
        var attributes = declarations.Concat(Attributes(inScope)).OrderBy(_ => _random.Next()).ToList();
        foreach (var attribute in attributes)
        {
            _xml.Append(One([" ", "\n", "  "])).Append(attribute);
        }

        if (_random.Next(6) == 0)
        {
            _xml.Append("/>");
            return;
        }

        _xml.Append('>');
        var mixed = _random.Next(2) == 0;
        for (var i = _random.Next(4); i > 0; i--)
        {
            Content(depth, inScope, mixed);
        }

        _xml.Append("</").Append(name).Append(One(["", " ", "\n"])).Append('>');
    }

    private void Content(int depth, List<(string Prefix, string Name)> scope, bool mixed)
    {
        if (mixed)
        {
            _xml.Append(One(_texts));
        }
        else if (_random.Next(5) == 0)
        {
            _xml.Append("<!-- a comment -->");
        }

        if (depth < Deepest)
        {
            Element(depth + 1, scope);
        }
    }

    private List<string> Declarations(List<(string Prefix, string Name)> scope)
    {
        var written = new List<string>();
        foreach (var prefix in _prefixes.Distinct(StringComparer.Ordinal).Where(_ => _random.Next(4) == 0))
        {
            var name = prefix.Length == 0 && _random.Next(3) == 0 ? "" : One(_namespaces);
            scope.RemoveAll(known => known.Prefix == prefix);
            scope.Add((prefix, name));
            written.Add(prefix.Length == 0 ? $"xmlns={Quote(name)}" : $"xmlns:{prefix}={Quote(name)}");
        }

        return written;
    }

    private IEnumerable<string> Attributes(List<(string Prefix, string Name)> scope)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        for (var i = _random.Next(4); i > 0; i--)
        {
            var (prefix, name) = scope[_random.Next(scope.Count)];
            var local = $"{One(["p", "q", "A", "ID"])}{_random.Next(3).ToString(CultureInfo.InvariantCulture)}";
            if (used.Add($"{(prefix.Length == 0 ? "" : name)} {local}"))
            {
                yield return $"{(prefix.Length == 0 ? local : $"{prefix}:{local}")}={Quote(One(_values) + One(_values))}";
            }
        }

        if (_random.Next(8) == 0)
        {
            yield return "xml:lang='en'";
        }
    }

    private string Quote(string value) => _random.Next(2) == 0 ? $"\"{value}\"" : $"'{value}'";
}
