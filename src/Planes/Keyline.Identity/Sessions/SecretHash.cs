using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Keyline.Identity.Sessions;

/// <summary>A SHA-256 hash as a key for look-up. Looking up a hash of a random secret tells an attacker nothing of the secret.</summary>
public readonly record struct SecretHash
{
    private readonly ulong _a;
    private readonly ulong _b;
    private readonly ulong _c;
    private readonly ulong _d;

    private SecretHash(ReadOnlySpan<byte> bytes)
    {
        _a = BinaryPrimitives.ReadUInt64BigEndian(bytes);
        _b = BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]);
        _c = BinaryPrimitives.ReadUInt64BigEndian(bytes[16..]);
        _d = BinaryPrimitives.ReadUInt64BigEndian(bytes[24..]);
    }

    /// <summary>Takes over a hash of 32 bytes.</summary>
    public static SecretHash Of(ReadOnlySpan<byte> hash) => new(hash);

    /// <summary>Hashes a secret as it came in a cookie.</summary>
    public static SecretHash OfSecret(ReadOnlySpan<char> secret)
    {
        Span<byte> text = stackalloc byte[256];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        if (!Encoding.UTF8.TryGetBytes(secret, text, out var length))
        {
            return default;
        }

        SHA256.HashData(text[..length], hash);
        return new SecretHash(hash);
    }

    public override int GetHashCode() => (int)_a;
}
