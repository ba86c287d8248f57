using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Keyline.Testing.Identity;

/// <summary>An authenticator app as people have it: it takes the secret that a page shows, and makes codes (RFC 6238).</summary>
public sealed class AuthenticatorApp(string secret)
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private long _last;

    /// <summary>A code that was not shown before. The one of the next half minute is taken, too, as a clock may be that far ahead.</summary>
    public string Code()
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30;
        _last = Math.Max(now, _last + 1);
        if (_last > now + 1)
        {
            throw new InvalidOperationException("The app was asked for more codes than there are in this time.");
        }

        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, _last);
        var hash = HMACSHA1.HashData(Decode(secret), counter);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Decode(string text)
    {
        var bits = string.Concat(text.Select(c => Convert.ToString(Alphabet.IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
    }
}
