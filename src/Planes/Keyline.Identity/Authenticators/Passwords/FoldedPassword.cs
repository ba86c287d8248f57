using System.Globalization;
using System.Text;

namespace Keyline.Identity.Authenticators.Passwords;

/// <summary>
/// A password seen through the tricks that attackers undo first: upper case, accents, digits and signs for letters, digits and
/// signs added at the ends, spaces and signs between.
/// </summary>
internal sealed record FoldedPassword(string Lower, IReadOnlyList<string> Forms)
{
    public static FoldedPassword Of(string text)
    {
        var lower = Unaccent(text).ToLowerInvariant();
        var plain = Keep(lower, char.IsLetterOrDigit);
        var core = TrimAdded(lower);
        string[] forms = [lower, plain, core, Keep(core, char.IsLetterOrDigit), Unleet(lower), Unleet(core), Unleet(plain), TrimAdded(Unleet(lower))];
        return new FoldedPassword(lower, [.. forms.Where(form => form.Length > 0).Distinct()]);
    }

    /// <summary>Folds a word of the list or of the context in the same way.</summary>
    public static string Word(string text) => Keep(Unaccent(text).ToLowerInvariant(), char.IsLetterOrDigit);

    private static string Unaccent(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                kept.Append(c);
            }
        }

        return kept.ToString();
    }

    // Digits and signs before and behind a word add next to nothing: "!!Sunshine2026!".
    private static string TrimAdded(string text)
    {
        var start = 0;
        var end = text.Length;
        while (start < end && !char.IsLetter(text[start]))
        {
            start++;
        }

        while (end > start && !char.IsLetter(text[end - 1]))
        {
            end--;
        }

        return text[start..end];
    }

    private static string Keep(string text, Func<char, bool> wanted) => new([.. text.Where(wanted)]);

    private static string Unleet(string text) => Keep(new string([.. text.Select(Letter)]), char.IsLetterOrDigit);

    private static char Letter(char c) => c switch
    {
        '0' => 'o',
        '1' or '!' or '|' => 'i',
        '3' => 'e',
        '4' or '@' => 'a',
        '5' or '$' => 's',
        '7' or '+' => 't',
        '8' => 'b',
        '9' => 'g',
        _ => c,
    };
}
