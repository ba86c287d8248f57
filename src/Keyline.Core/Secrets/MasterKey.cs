using System.Security.Cryptography;

namespace Keyline.Secrets;

/// <summary>A 256-bit key that seals secrets at rest. It never prints.</summary>
public sealed class MasterKey
{
    private MasterKey(string id, byte[] bytes)
    {
        Id = id;
        Bytes = bytes;
    }

    /// <summary>Names the key in sealed texts: the first 8 hexadecimal digits of a hash of it.</summary>
    public string Id { get; }

    internal ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Makes a new random key.</summary>
    public static MasterKey New() => Of(RandomNumberGenerator.GetBytes(32));

    /// <summary>Reads a key of exactly 32 bytes, written in Base64.</summary>
    /// <returns>The key, or <see langword="null"/> when the text is anything else.</returns>
    public static MasterKey? Parse(SecretText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var bytes = new byte[33];
        return Convert.TryFromBase64String(text.Reveal().Trim(), bytes, out var length) && length == 32 ? Of(bytes[..32]) : null;
    }

    /// <summary>The key as <see cref="Parse"/> reads it, for the file that keeps it.</summary>
    public SecretText Export() => new(Convert.ToBase64String(Bytes.Span));

    private static MasterKey Of(byte[] bytes) =>
        new(Convert.ToHexStringLower(HMACSHA256.HashData(bytes, "keyline master key id"u8))[..8], bytes);
}
