using Keyline.Identity.Authenticators.Totp;

namespace Keyline.Testing.Identity;

/// <summary>What an authenticator app does with a secret that was typed.</summary>
public static class TestBase32
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The code of a secret at an instant.</summary>
    public static string CodeOf(string secret, DateTimeOffset instant) => TotpAlgorithm.Code(Decode(secret), TotpAlgorithm.StepAt(instant));

    public static byte[] Decode(string text)
    {
        var bytes = new List<byte>(text.Length * 5 / 8);
        var (buffer, bits) = (0, 0);
        foreach (var c in text)
        {
            buffer = (buffer << 5) | Alphabet.IndexOf(c, StringComparison.Ordinal);
            bits += 5;
            if (bits >= 8)
            {
                bits -= 8;
                bytes.Add((byte)(buffer >> bits));
            }
        }

        return [.. bytes];
    }
}
