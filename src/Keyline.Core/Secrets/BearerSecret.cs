using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Keyline.Secrets;

/// <summary>Random secrets that whoever holds them may use, and the hashes under which they are kept.</summary>
public static class BearerSecret
{
    /// <summary>Length of a secret in characters.</summary>
    public const int Length = 43;

    /// <summary>Length of a hash in bytes.</summary>
    public const int HashSize = SHA256.HashSizeInBytes;

    /// <summary>Makes a secret of 256 random bits, in Base64url.</summary>
    public static SecretText New() => new(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)));

    /// <summary>The SHA-256 hash under which a secret is kept and found. The secret is random, so no salt is needed.</summary>
    public static byte[] Hash(SecretText secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        return SHA256.HashData(Encoding.UTF8.GetBytes(secret.Reveal()));
    }
}
