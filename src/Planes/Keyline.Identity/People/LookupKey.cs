using System.Globalization;
using System.Text;

namespace Keyline.Identity.People;

/// <summary>Folds what people type into the one form under which it is stored and found, on every database alike.</summary>
public static class LookupKey
{
    /// <summary>A user name or an e-mail address: trimmed, compatibility-normalized (NFKC), lower case.</summary>
    public static string Name(string text) =>
        UnicodeText.Repair(text).Trim().Normalize(NormalizationForm.FormKC).ToLower(CultureInfo.InvariantCulture);

    /// <summary>A phone number: its digits, with <c>00</c> at the start read as <c>+</c>. Empty when it is none.</summary>
    public static string Phone(string text)
    {
        var digits = new string([.. text.Where(char.IsAsciiDigit)]);
        if (digits.Length is < 3 or > 15 || text.Any(c => !char.IsAsciiDigit(c) && !" +-./()".Contains(c, StringComparison.Ordinal)))
        {
            return "";
        }

        var international = text.TrimStart().StartsWith('+') || digits.StartsWith("00", StringComparison.Ordinal);
        return international ? "+" + digits.TrimStart('0') : digits;
    }
}
