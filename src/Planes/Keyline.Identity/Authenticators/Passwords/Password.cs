using System.Diagnostics.CodeAnalysis;
using System.Text;
using Keyline.Identity.People;
using Keyline.Secrets;

namespace Keyline.Identity.Authenticators.Passwords;

/// <summary>
/// A password as it is hashed and compared: any well-formed Unicode text of at most 256 characters, in normalization form C, so
/// that one password typed on two systems is one password (NIST SP 800-63B-4, 3.1.1.2). Nothing is cut off or trimmed.
/// </summary>
public sealed class Password
{
    /// <summary>The most characters (Unicode code points) that a password may have.</summary>
    public const int MaxLength = 256;

    private Password(string text, int length)
    {
        Text = text;
        Length = length;
    }

    /// <summary>How many characters it has, each code point being one.</summary>
    public int Length { get; }

    internal string Text { get; }

    /// <summary>Takes what was typed. Anything that no password can be is refused before work is spent on it.</summary>
    public static bool TryParse(SecretText? typed, [NotNullWhen(true)] out Password? password)
    {
        password = null;

        // A character is at most two UTF-16 units, and composing never makes a text longer than three times its length.
        if (typed?.Reveal() is not { Length: > 0 and <= 2 * MaxLength } text || !UnicodeText.TryCount(text, allowControls: false, out _))
        {
            return false;
        }

        var normal = text.Normalize(NormalizationForm.FormC);
        if (!UnicodeText.TryCount(normal, allowControls: false, out var length) || length > MaxLength)
        {
            return false;
        }

        password = new Password(normal, length);
        return true;
    }

    /// <summary>Never the password.</summary>
    public override string ToString() => "***";
}
