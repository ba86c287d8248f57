using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Keyline.Identity.Authenticators.Totp;

/// <summary>Time-based one-time passwords (RFC 6238): HMAC-SHA-1, six digits, 30 seconds; what every authenticator app can do.</summary>
internal static class TotpAlgorithm
{
    public const int SecretSize = 20;
    public const int Digits = 6;
    public const int StepSeconds = 30;

    // One step to either side: for a clock that is a little off, and for slow typing (RFC 6238, 5.2).
    private const int Window = 1;

    /// <summary>The number of the time step that an instant lies in.</summary>
    public static long StepAt(DateTimeOffset instant) => instant.ToUnixTimeSeconds() / StepSeconds;

    /// <summary>The code of one time step.</summary>
    public static string Code(ReadOnlySpan<byte> secret, long step, int digits = Digits)
    {
        var hash = Hmac(secret, step);
        var offset = hash[^1] & 15;
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(offset)) & int.MaxValue;
        return (number % (long)Math.Pow(10, digits)).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
    }

    /// <summary>
    /// The time step whose code this is, later than the last one used; null when it is none. All steps of the window are computed,
    /// whichever matches.
    /// </summary>
    public static long? FindStep(ReadOnlySpan<byte> secret, string code, DateTimeOffset now, long lastUsed)
    {
        if (!TryClean(code, out var typed))
        {
            return null;
        }

        long? found = null;
        var current = StepAt(now);
        for (var step = current + Window; step >= current - Window; step--)
        {
            var matches = CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Code(secret, step)), Encoding.ASCII.GetBytes(typed));
            found = matches && step > lastUsed ? step : found;
        }

        return found;
    }

    /// <summary>The address from which an app takes the secret, by a QR code (Key Uri Format).</summary>
    public static string Uri(string issuer, string account, ReadOnlySpan<byte> secret) =>
        $"otpauth://totp/{System.Uri.EscapeDataString(issuer)}:{System.Uri.EscapeDataString(account)}?secret={Base32.Encode(secret)}"
        + $"&issuer={System.Uri.EscapeDataString(issuer)}&algorithm=SHA1&digits={Digits}&period={StepSeconds}";

    // People type the space that apps show in the middle.
    private static bool TryClean(string code, [NotNullWhen(true)] out string? typed)
    {
        typed = code.Length <= 2 * Digits ? code.Replace(" ", "", StringComparison.Ordinal) : null;
        return typed is { Length: Digits } && typed.All(char.IsAsciiDigit);
    }

    private static byte[] Hmac(ReadOnlySpan<byte> secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        return HMACSHA1.HashData(secret, counter);
    }
}
