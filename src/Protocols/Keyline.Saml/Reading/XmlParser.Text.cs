using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Keyline.Saml.Reading;

/// <content>Text, CDATA, comments, attribute values and references.</content>
internal sealed partial class XmlParser
{
    private const int LongestReference = 12;

    private static readonly SearchValues<byte> _special = SearchValues.Create("&>\r"u8);
    private static readonly SearchValues<byte> _specialInAttribute = SearchValues.Create("&\"\t\n\r<"u8);

    private bool Text(XmlElement open, int run)
    {
        var text = Rest[..run];
        if (!text.ContainsAny(_special))
        {
            open.Append(new XmlTextNode(new XmlText(source, _at, run, true)));
            _at += run;
            return true;
        }

        if (text.IndexOf("]]>"u8) >= 0)
        {
            return Refuse("text", "]]> in text");
        }

        if (!Decode(text, false, out var decoded))
        {
            return false;
        }

        open.Append(new XmlTextNode(decoded));
        _at += run;
        return true;
    }

    private bool CData(XmlElement open)
    {
        _at += "<![CDATA["u8.Length;
        var end = Rest.IndexOf("]]>"u8);
        if (end < 0)
        {
            return Refuse("the end of a CDATA section", "none");
        }

        var text = Rest[..end];
        var target = new byte[text.Length];
        var written = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\r' || i + 1 == text.Length || text[i + 1] != '\n')
            {
                target[written++] = text[i] == '\r' ? (byte)'\n' : text[i];
            }
        }

        if (written > 0)
        {
            open.Append(new XmlTextNode(new XmlText(target, 0, written, false)));
        }

        _at += end + 3;
        return true;
    }

    private bool Comment(XmlElement? open)
    {
        if (!Rest.StartsWith("<!--"u8))
        {
            return Rest.StartsWith("<!DOCTYPE"u8) || Rest.StartsWith("<!ENTITY"u8)
                ? Refuse(SamlFaultCode.DocumentType, "no document type declaration", Here())
                : Refuse("an element, text or a comment", Here());
        }

        _at += 4;
        var end = Rest.IndexOf("--"u8);
        if (end < 0 || end + 2 >= Rest.Length || Rest[end + 2] != '>')
        {
            return Refuse("a comment that ends with -->", "another");
        }

        _at += end + 3;
        if (open is not null)
        {
            open.HadComment = true;
        }

        return true;
    }

    private bool AttributeValue(int run, out XmlText value)
    {
        var text = Rest[..run];
        var special = text.IndexOfAny(_specialInAttribute);
        if (special < 0)
        {
            value = new XmlText(source, _at, run, true);
            return true;
        }

        value = default;
        return text.Contains((byte)'<') ? Refuse("a value without <", Here()) : Decode(text, true, out value);
    }

    // XML 1.0, 2.11 and 3.3.3: line ends become LF; in attributes white space becomes a space, unless it is a reference.
    private bool Decode(ReadOnlySpan<byte> text, bool attribute, out XmlText decoded)
    {
        decoded = default;
        var target = new byte[text.Length];
        var written = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var b = text[i];
            if (b == '&')
            {
                var end = text[i..].IndexOf((byte)';');
                if (end is < 2 or > LongestReference || !Reference(text.Slice(i + 1, end - 1), out var rune))
                {
                    return Refuse("a character reference or one of &lt; &gt; &amp; &apos; &quot;", Here());
                }

                written += rune.EncodeToUtf8(target.AsSpan(written));
                i += end;
                continue;
            }

            if (b == '\r')
            {
                if (i + 1 < text.Length && text[i + 1] == '\n')
                {
                    continue;
                }

                b = (byte)'\n';
            }

            target[written++] = attribute && b is (byte)'\n' or (byte)'\t' ? (byte)' ' : b;
        }

        decoded = new XmlText(target, 0, written, false);
        return true;
    }

    private static bool Reference(ReadOnlySpan<byte> name, out Rune rune)
    {
        rune = default;
        if (name[0] != '#')
        {
            var known = name.SequenceEqual("lt"u8) ? '<' : name.SequenceEqual("gt"u8) ? '>' : name.SequenceEqual("amp"u8) ? '&'
                : name.SequenceEqual("apos"u8) ? '\'' : name.SequenceEqual("quot"u8) ? '"' : '\0';
            rune = new Rune(known);
            return known != '\0';
        }

        int value;
        if (name.Length > 2 && name[1] == 'x')
        {
            var hex = name[2..];
            if (!Utf8Parser.TryParse(hex, out value, out var used, 'x') || used != hex.Length)
            {
                return false;
            }
        }
        else if (!int.TryParse(name[1..], NumberStyles.None, CultureInfo.InvariantCulture, out value))
        {
            return false;
        }

        // XML 1.0, 2.2: Char.
        return Rune.TryCreate(value, out rune) && (value >= 0x20 || value is 9 or 10 or 13) && value is not (0xFFFE or 0xFFFF);
    }
}
