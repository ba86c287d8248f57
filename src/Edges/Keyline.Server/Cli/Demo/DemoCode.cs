using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Keyline.Server.Cli.Demo;

/// <summary>What an authenticator app would show now (RFC 6238), so that the demo needs no telephone.</summary>
internal static class DemoCode
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int BitsOfCharacter = 5;
    private const int StepSeconds = 30;

    /// <summary>The code of a secret in Base32 at an instant.</summary>
    public static string Of(string secret, DateTimeOffset now)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, now.ToUnixTimeSeconds() / StepSeconds);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        // RFC 4226 names SHA-1; its weakness is no weakness in an HMAC.
        _ = HMAC(Decode(secret), counter, hash);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0xf)..]) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static int HMAC(byte[] key, ReadOnlySpan<byte> text, Span<byte> hash)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA1, key);
        hmac.AppendData(text);
        return hmac.GetHashAndReset(hash);
    }

    private static byte[] Decode(string secret)
    {
        var bytes = new List<byte>();
        var (buffer, bits) = (0, 0);
        foreach (var c in secret.Where(Alphabet.Contains))
        {
            buffer = ((buffer << BitsOfCharacter) | Alphabet.IndexOf(c, StringComparison.Ordinal)) & 0xfff;
            bits += BitsOfCharacter;
            if (bits >= 8)
            {
                bits -= 8;
                bytes.Add((byte)(buffer >> bits));
            }
        }

        return [.. bytes];
    }
}
