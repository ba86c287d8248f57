using System.Globalization;
using Keyline.Secrets;

namespace Keyline.Identity.Authenticators.Passwords;

/// <summary>
/// What a new password must be (NIST SP 800-63B-4, 3.1.1.2): long enough, not among the common ones, not the owner's name, not
/// a simple pattern. No rule about kinds of characters, and no expiry.
/// </summary>
public static class PasswordRules
{
    /// <summary>The fewest characters where the password is the only factor.</summary>
    public const int MinLengthAlone = 15;

    /// <summary>The fewest characters where a second factor is always asked for.</summary>
    public const int MinLengthWithSecondFactor = 8;

    /// <summary>The fewest characters for an account.</summary>
    public static int MinLength(bool hasSecondFactor) => hasSecondFactor ? MinLengthWithSecondFactor : MinLengthAlone;

    /// <summary>Checks a new password.</summary>
    public static Result<Password, PasswordFault> Check(SecretText typed, PasswordContext context)
    {
        if (!Password.TryParse(typed, out var password))
        {
            return typed.Reveal().Length switch
            {
                0 => Short(0, context),
                > Password.MaxLength => new PasswordFault(PasswordFaultCode.TooLong, $"at most {Password.MaxLength} characters are taken"),
                _ => new PasswordFault(PasswordFaultCode.Malformed, "well-formed text without control characters was expected"),
            };
        }

        if (password.Length < MinLength(context.HasSecondFactor))
        {
            return Short(password.Length, context);
        }

        return FindPattern(password.Text, context) is { } fault ? fault : password;
    }

    private static PasswordFault Short(int length, PasswordContext context) => new(PasswordFaultCode.TooShort, string.Create(
        CultureInfo.InvariantCulture, $"at least {MinLength(context.HasSecondFactor)} characters were expected, {length} came"));

    private static PasswordFault? FindPattern(string text, PasswordContext context)
    {
        var folded = FoldedPassword.Of(text);
        if (PasswordPatterns.IsRepetition(folded.Lower))
        {
            return new PasswordFault(PasswordFaultCode.Repeats, "the same piece over and over");
        }

        if (PasswordPatterns.IsSequence(folded.Lower))
        {
            return new PasswordFault(PasswordFaultCode.Sequence, "mostly a run of the alphabet, of digits or of keys side by side");
        }

        if (folded.Forms.Any(CommonPasswords.Contains))
        {
            return new PasswordFault(PasswordFaultCode.Common, "it is in the list of common passwords, or one of them with a little added");
        }

        var own = ContextWords.Of(context);
        return folded.Forms.Any(form => ContextWords.LeavesLittle(form, own))
            ? new PasswordFault(PasswordFaultCode.NamesOwner, "it is little more than a name of the account, the company or this product")
            : null;
    }
}
