using System.Security.Cryptography;
using System.Text;
using Keyline.Identity.People;
using Keyline.Secrets;

namespace Keyline.Identity.Authenticators.RecoveryCodes;

/// <summary>
/// A code to keep on paper: 80 random bits in 16 characters, in groups of four, without characters that look alike
/// (Crockford's Base32). What is mistaken or typed otherwise is read as what was meant.
/// </summary>
public static class RecoveryCode
{
    /// <summary>How many codes a person gets.</summary>
    public const int Count = 10;

    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 16;
    private const int MaxTyped = 40;

    /// <summary>A new code, as it is shown: <c>7K3M-9QXZ-2PD4-W8AF</c>.</summary>
    public static SecretText New()
    {
        var text = RandomNumberGenerator.GetString(Alphabet, Length);
        return new SecretText(string.Join('-', Enumerable.Range(0, Length / 4).Select(i => text.Substring(4 * i, 4))));
    }

    /// <summary>The hash under which a typed code is found; null when it can be no code.</summary>
    public static byte[]? HashOf(PersonId person, string typed)
    {
        if (typed.Length > MaxTyped)
        {
            return null;
        }

        var text = new StringBuilder(Length);
        foreach (var c in typed.ToUpperInvariant())
        {
            if (c is '-' or ' ')
            {
                continue;
            }

            text.Append(c switch { 'O' => '0', 'I' or 'L' => '1', _ => c });
        }

        return text.Length == Length && !text.ToString().Except(Alphabet).Any()
            ? SHA256.HashData(Encoding.ASCII.GetBytes($"keyline recovery code v1\n{person.Value:N}\n{text}"))
            : null;
    }
}
