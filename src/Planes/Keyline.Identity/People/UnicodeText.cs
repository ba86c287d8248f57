using System.Buffers;
using System.Text;

namespace Keyline.Identity.People;

/// <summary>
/// Which text is text at all. Normalizing anything else is an exception, so whatever comes from outside is looked at here first.
/// </summary>
public static class UnicodeText
{
    /// <summary>Counts the characters of a well-formed text; false for half surrogate pairs and for code points that never stand for anything.</summary>
    public static bool TryCount(string text, bool allowControls, out int count)
    {
        count = 0;
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(rest, out var rune, out var length) != OperationStatus.Done || IsNoCharacter(rune)
                || (!allowControls && Rune.IsControl(rune)))
            {
                return false;
            }

            count++;
            rest = rest[length..];
        }

        return true;
    }

    /// <summary>The text, with the replacement character in place of what is no character.</summary>
    public static string Repair(string text) => TryCount(text, allowControls: true, out _)
        ? text
        : string.Concat(text.EnumerateRunes().Select(rune => (IsNoCharacter(rune) ? Rune.ReplacementChar : rune).ToString()));

    // Unicode 23.7: U+FDD0 to U+FDEF, and the last two of each plane.
    private static bool IsNoCharacter(Rune rune) => rune.Value is >= 0xFDD0 and <= 0xFDEF || (rune.Value & 0xFFFE) == 0xFFFE;
}
