using System.Globalization;
using System.Text;

namespace Keyline.Server.Outside.Directory;

/// <summary>Reads a filter as administrators write it (RFC 4515), with placeholders such as <c>{user}</c> in values.</summary>
internal sealed class LdapFilterParser
{
    private const int MaxLength = 2000;
    private const int MaxDepth = 16;

    private readonly string _text;
    private readonly IReadOnlySet<string> _placeholders;
    private int _at;

    private LdapFilterParser(string text, IReadOnlySet<string> placeholders)
    {
        _text = text;
        _placeholders = placeholders;
    }

    /// <returns>The filter, or null when the text is none.</returns>
    public static LdapFilter? Parse(string text, params IEnumerable<string> placeholders)
    {
        if (text.Length > MaxLength)
        {
            return null;
        }

        var parser = new LdapFilterParser(text, placeholders.ToHashSet(StringComparer.Ordinal));
        var filter = parser.Filter(0);
        return parser._at == text.Length ? filter : null;
    }

    private LdapFilter? Filter(int depth)
    {
        if (depth > MaxDepth || !Take('('))
        {
            return null;
        }

        LdapFilter? filter;
        if (Take('&'))
        {
            filter = List(every: true, depth);
        }
        else if (Take('|'))
        {
            filter = List(every: false, depth);
        }
        else if (Take('!'))
        {
            filter = Filter(depth + 1) is { } part ? new LdapFilter.Not(part) : null;
        }
        else
        {
            filter = Item();
        }

        return filter is not null && Take(')') ? filter : null;
    }

    private LdapFilter.All? List(bool every, int depth)
    {
        var parts = new List<LdapFilter>();
        while (_at < _text.Length && _text[_at] == '(')
        {
            if (Filter(depth + 1) is not { } part)
            {
                return null;
            }

            parts.Add(part);
        }

        return parts.Count > 0 ? new LdapFilter.All(every, parts) : null;
    }

    private LdapFilter? Item()
    {
        var attribute = Word();
        if (attribute.Length == 0)
        {
            return null;
        }

        var rule = Take(':') ? Word() : null;
        if (rule is not null)
        {
            return rule.Length > 0 && Take(':') && Take('=') && Parts() is [{ } ruled] ? new LdapFilter.ByRule(attribute, rule, ruled) : null;
        }

        // RFC 4511: equality 3, greater or equal 5, less or equal 6, approximately 8.
        var tag = Take('>') ? 5 : Take('<') ? 6 : Take('~') ? 8 : 3;
        if (!Take('=') || Parts() is not { } parts)
        {
            return null;
        }

        return parts switch
        {
            [{ } value] => new LdapFilter.Compare(tag, attribute, value),
            [null, null] when tag == 3 => new LdapFilter.Present(attribute),
            { Count: > 1 } when tag == 3 && parts.Any(part => part is not null) && parts.Skip(1).SkipLast(1).All(part => part is not null) =>
                new LdapFilter.Substrings(attribute, parts),
            _ => null,
        };
    }

    private string Word()
    {
        var start = _at;
        while (_at < _text.Length && (char.IsAsciiLetterOrDigit(_text[_at]) || _text[_at] is '-' or '.' or ';'))
        {
            _at++;
        }

        return _text[start.._at];
    }

    /// <summary>The value up to the bracket, cut at its stars; an empty part is null.</summary>
    private List<LdapFilterValue?>? Parts()
    {
        var parts = new List<LdapFilterValue?>();
        var pieces = new List<(byte[] Bytes, string? Placeholder)>();
        var empty = true;
        while (_at < _text.Length && _text[_at] != ')')
        {
            var c = _text[_at];
            if (c == '*')
            {
                _at++;
                parts.Add(pieces.Count > 0 ? new LdapFilterValue(pieces) : null);
                pieces = [];
            }
            else if (Piece(c) is { } piece)
            {
                pieces.Add(piece);
            }
            else
            {
                return null;
            }

            empty = false;
        }

        parts.Add(pieces.Count > 0 ? new LdapFilterValue(pieces) : null);
        return empty ? null : parts;
    }

    private (byte[] Bytes, string? Placeholder)? Piece(char c)
    {
        switch (c)
        {
            case '\\':
                if (_at + 3 > _text.Length || !byte.TryParse(
                    _text.AsSpan(_at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var octet))
                {
                    return null;
                }

                _at += 3;
                return ([octet], null);
            case '{':
                var end = _text.IndexOf('}', _at);
                if (end < 0 || !_placeholders.Contains(_text[(_at + 1)..end]))
                {
                    return null;
                }

                var name = _text[(_at + 1)..end];
                _at = end + 1;
                return ([], name);
            case '(' or '\0' or '}':
                return null;
            default:
                var rune = Rune.TryGetRuneAt(_text, _at, out var found) ? found : Rune.ReplacementChar;
                _at += rune.Utf16SequenceLength;
                return (Encoding.UTF8.GetBytes(rune.ToString()), null);
        }
    }

    private bool Take(char c)
    {
        if (_at >= _text.Length || _text[_at] != c)
        {
            return false;
        }

        _at++;
        return true;
    }
}
