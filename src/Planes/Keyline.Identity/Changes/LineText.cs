using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Keyline.Identity.Changes;

/// <summary>A line that a person types: names, reasons, addresses.</summary>
public static class LineText
{
    /// <summary>Trims it; refuses what is empty, too long, several lines, or not text at all.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, int maxLength, [NotNullWhen(true)] out string? line)
    {
        line = text?.Trim();
        if (line is not { Length: > 0 } || line.Length > maxLength || !IsClean(line))
        {
            line = null;
            return false;
        }

        return true;
    }

    /// <summary>Whether every database can keep a text and every page show it: no control characters, no halves of characters,
    /// nothing that turns the direction of what follows.</summary>
    public static bool IsClean(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]) || char.IsControl(text[i]) || IsTurning(text[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsTurning(char c) =>
        c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069')
        || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
