using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Keyline.Storage.Core;

/// <summary>
/// Text as both databases can keep it. PostgreSQL refuses NUL and half surrogate pairs, so they become U+FFFD, in
/// what is stored and in what is looked for: nothing that somebody sends can make a statement fail.
/// </summary>
internal static class StoredText
{
    private const int HashLength = 64;

    public static string Clean(string text)
    {
        if (IsClean(text))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            clean.Append(rune.Value == 0 ? Rune.ReplacementChar.ToString() : rune.ToString());
        }

        return clean.ToString();
    }

    /// <summary>Whether text is stored unchanged: a key that identifies somebody must be.</summary>
    public static bool IsClean(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (text[i] == '\0' || char.IsSurrogate(text[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Clean text of at most so many characters, for reading.</summary>
    public static string Cut(string text, int length)
    {
        var clean = Clean(text);
        return clean.Length <= length ? clean : clean[..(char.IsHighSurrogate(clean[length - 1]) ? length - 1 : length)];
    }

    /// <summary>A key of at most so many characters. Folding can make text longer; what does not fit ends in its hash, so that it stays unique.</summary>
    public static string Key(string folded, int length)
    {
        var clean = Clean(folded);
        return clean.Length <= length
            ? clean
            : Cut(clean, length - HashLength) + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(clean)));
    }
}

/// <summary>Every text column, and every text that is compared with one, is clean.</summary>
internal sealed class TextConverter() : ValueConverter<string, string>(text => StoredText.Clean(text), text => text);
