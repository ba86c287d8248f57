namespace Keyline.Identity.Authenticators.Passwords;

/// <summary>Patterns that make a long password a short one.</summary>
internal static class PasswordPatterns
{
    private const int LongestPiece = 8;
    private const int FewestDistinct = 4;
    private const int ShortestRun = 4;

    private static readonly string[] _rows =
    [
        "abcdefghijklmnopqrstuvwxyz", "01234567890", "1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiopü", "asdfghjklöä", "yxcvbnm",
        "azertyuiop", "qsdfghjklm", "wxcvbn", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p", "qazwsxedcrfvtgbyhnujmikolp", "!@#$%^&*()", "йцукенгшщзхъ", "фывапролджэ",
    ];

    /// <summary>Whether it is one short piece over and over, or of very few different characters.</summary>
    public static bool IsRepetition(string text)
    {
        if (text.Distinct().Count() < FewestDistinct)
        {
            return true;
        }

        for (var piece = 1; piece <= Math.Min(LongestPiece, text.Length / 2); piece++)
        {
            var same = 0;
            for (var i = piece; i < text.Length; i++)
            {
                same += text[i] == text[i - piece] ? 1 : 0;
            }

            // All but a few characters follow from those before.
            if (text.Length - same < PasswordRules.MinLengthWithSecondFactor && same > text.Length / 2)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether all but a few characters are in runs of the alphabet, of digits or of keys side by side.</summary>
    public static bool IsSequence(string text)
    {
        var outside = 0;
        var runs = 0;
        for (var i = 0; i < text.Length;)
        {
            var length = RunAt(text, i);
            if (length >= ShortestRun)
            {
                runs++;
                i += length;
            }
            else
            {
                outside++;
                i++;
            }
        }

        // A run counts for about two characters of choice: where it starts, and which way it goes.
        return runs > 0 && (2 * runs) + outside < PasswordRules.MinLengthWithSecondFactor;
    }

    private static int RunAt(string text, int start)
    {
        var longest = 1;
        foreach (var row in _rows)
        {
            longest = Math.Max(longest, Math.Max(RunAlong(text, start, row, 1), RunAlong(text, start, row, -1)));
        }

        return longest;
    }

    private static int RunAlong(string text, int start, string row, int step)
    {
        var longest = 1;
        for (var at = row.IndexOf(text[start], StringComparison.Ordinal); at >= 0; at = row.IndexOf(text[start], at + 1))
        {
            var length = 1;
            while (start + length < text.Length && at + (step * length) is var next && next >= 0 && next < row.Length && row[next] == text[start + length])
            {
                length++;
            }

            longest = Math.Max(longest, length);
            if (at + 1 >= row.Length)
            {
                break;
            }
        }

        return longest;
    }
}
