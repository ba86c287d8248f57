using System.Buffers;
using System.Diagnostics;
using System.Text;
using System.Text.Unicode;

namespace Keyline.Saml.Reading;

/// <summary>
/// A strict forward-only parser of the part of XML 1.0 that SAML needs: UTF-8, ASCII names, no DTD, no entities beyond
/// the five that XML has, no processing instructions inside. It refuses more than XML asks and accepts nothing that XML refuses.
/// </summary>
internal sealed partial class XmlParser(byte[] source, int length, MessageLimits limits, HashSet<string> identifiers)
{
    private static readonly SearchValues<byte> _controls = SearchValues.Create(
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31]);

    private readonly List<NamespaceBinding> _scope = [NamespaceBinding.Xml];
    private SamlFault? _fault;
    private int _at;
    private int _depth;
    private int _elements;

    public SamlFault Fault => _fault ?? throw new UnreachableException("The document was accepted.");

    private ReadOnlySpan<byte> Rest => source.AsSpan(_at, length - _at);

    /// <summary>The document element, or null and a fault.</summary>
    public XmlElement? Document()
    {
        return AreCharacters() && Prolog() ? Whole(null) : null;
    }

    /// <summary>One element as it would stand in <paramref name="context"/>, which becomes its parent; or null and a fault.</summary>
    public XmlElement? Fragment(XmlElement context)
    {
        Inherit(context);
        return AreCharacters() && Misc() ? Whole(context) : null;
    }

    private XmlElement? Whole(XmlElement? context)
    {
        var root = Content(context);
        return root is not null && Misc() && (_at == length || Refuse("the end of the document", Here())) ? root : null;
    }

    private void Inherit(XmlElement context)
    {
        if (context.Parent is { } parent)
        {
            Inherit(parent);
        }

        _scope.AddRange(context.Declarations);
    }

    private XmlElement? Content(XmlElement? context)
    {
        if (!StartTag(context, out var root, out var empty))
        {
            return null;
        }

        var open = empty ? Close(root) : root;
        while (open is not null && !ReferenceEquals(open, context))
        {
            var run = Rest.IndexOf((byte)'<');
            if (run < 0)
            {
                Refuse($"an end tag of {open.LocalName}", "the end of the document");
                return null;
            }

            if ((run > 0 && !Text(open, run)) || !Markup(ref open))
            {
                return null;
            }
        }

        return _fault is null ? root : null;
    }

    private bool Markup(ref XmlElement? open)
    {
        Debug.Assert(open is not null, "Markup is read inside an element only.");
        switch (_at + 1 < length ? source[_at + 1] : (byte)0)
        {
            case (byte)'/':
                return EndTag(open) && CloseInto(ref open);
            case (byte)'!':
                return Rest.StartsWith("<![CDATA["u8) ? CData(open) : Comment(open);
            case (byte)'?':
                return Refuse(SamlFaultCode.ProcessingInstruction, "no processing instruction inside a message", Here());
            default:
                if (!StartTag(open, out var child, out var empty))
                {
                    return false;
                }

                open.Append(child);
                open = child;
                return !empty || CloseInto(ref open);
        }
    }

    private bool CloseInto(ref XmlElement? open)
    {
        Debug.Assert(open is not null, "Only an open element is closed.");
        open = Close(open);
        return _fault is null;
    }

    // A comment beside text would leave it open whether the value is what stands before it or all of it.
    private XmlElement? Close(XmlElement element)
    {
        if (element.HadComment)
        {
            for (var node = element.First; node is not null; node = node.Next)
            {
                if (node is XmlTextNode text && text.Text.Span.IndexOfAnyExcept(" \t\r\n"u8) >= 0)
                {
                    Refuse(SamlFaultCode.CommentInValue, "a value without comments", $"a comment inside {element.LocalName}");
                    return null;
                }
            }
        }

        _depth--;
        _scope.RemoveRange(_scope.Count - element.Declarations.Length, element.Declarations.Length);
        return element.Parent;
    }

    private bool AreCharacters()
    {
        var all = source.AsSpan(0, length);
        if (!Utf8.IsValid(all))
        {
            return Refuse("UTF-8", "other bytes");
        }

        if (all.ContainsAny(_controls))
        {
            return Refuse("characters of XML", "a control character");
        }

        // U+FFFE and U+FFFF are no characters of XML: EF BF BE, EF BF BF.
        for (var rest = all; rest.IndexOf((byte)0xEF) is var at and >= 0; rest = rest[(at + 1)..])
        {
            if (rest.Length > at + 2 && rest[at + 1] == 0xBF && rest[at + 2] >= 0xBE)
            {
                return Refuse("characters of XML", "U+FFFE or U+FFFF");
            }
        }

        return true;
    }

    private bool Prolog()
    {
        if (Rest.StartsWith("\uFEFF"u8))
        {
            _at += 3;
        }

        if (Rest.StartsWith("<?xml"u8) && Rest.Length > 5 && IsSpace(Rest[5]) && !Declaration())
        {
            return false;
        }

        if (!Misc())
        {
            return false;
        }

        return !Rest.StartsWith("<!DOCTYPE"u8)
            || Refuse(SamlFaultCode.DocumentType, "no document type declaration", Here());
    }

    private bool Declaration()
    {
        var end = Rest.IndexOf("?>"u8);
        if (end < 0)
        {
            return Refuse("the end of the XML declaration", "none");
        }

        var text = Encoding.ASCII.GetString(Rest[..(end + 2)]);
        if (!DeclarationPattern().IsMatch(text))
        {
            return Refuse("XML 1.0 in UTF-8", text);
        }

        _at += end + 2;
        return true;
    }

    [System.Text.RegularExpressions.GeneratedRegex(
        """^<\?xml\s+version\s*=\s*(["'])1\.0\1(\s+encoding\s*=\s*(["'])(?i:utf-8|us-ascii)\3)?(\s+standalone\s*=\s*(["'])(yes|no)\5)?\s*\?>$""",
        System.Text.RegularExpressions.RegexOptions.CultureInvariant)]
    private static partial System.Text.RegularExpressions.Regex DeclarationPattern();

    /// <summary>White space, comments and processing instructions around the document element; no signature covers them.</summary>
    private bool Misc()
    {
        while (true)
        {
            Space();
            var rest = Rest;
            if (rest.StartsWith("<!--"u8))
            {
                if (!Comment(null))
                {
                    return false;
                }
            }
            else if (rest.StartsWith("<?"u8))
            {
                var end = rest.IndexOf("?>"u8);
                if (end < 3 || !IsNameStart(rest[2]) || IsReservedTarget(rest[2..end]))
                {
                    return Refuse("a processing instruction with an end", Here());
                }

                _at += end + 2;
            }
            else
            {
                return true;
            }
        }
    }

    private static bool IsReservedTarget(ReadOnlySpan<byte> instruction) =>
        instruction.Length >= 3 && Ascii.EqualsIgnoreCase(instruction[..3], "xml"u8)
        && (instruction.Length == 3 || !IsName(instruction[3]));

    private void Space()
    {
        while (_at < length && IsSpace(source[_at]))
        {
            _at++;
        }
    }

    private static bool IsSpace(byte b) => b is (byte)' ' or (byte)'\n' or (byte)'\t' or (byte)'\r';

    private bool Refuse(string expected, string came) => Refuse(SamlFaultCode.NotXml, expected, came);

    private bool Refuse(SamlFaultCode code, string expected, string came)
    {
        _fault ??= new SamlFault(code, expected, came);
        return false;
    }

    private string Here() =>
        Rest.IsEmpty ? "the end of the document" : $"'{Encoding.UTF8.GetString(Rest[..Math.Min(Rest.Length, 24)])}' at byte {_at}";
}
