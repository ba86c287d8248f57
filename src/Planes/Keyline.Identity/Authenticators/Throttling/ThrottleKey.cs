using System.Security.Cryptography;
using System.Text;

namespace Keyline.Identity.Authenticators.Throttling;

/// <summary>Names one counter: SHA-256 over its tenant, kind, rule and subject. It keeps no name in the clear.</summary>
public readonly record struct ThrottleKey(Guid High, Guid Low)
{
    public const int Size = SHA256.HashSizeInBytes;

    public byte[] ToBytes() => [.. High.ToByteArray(bigEndian: true), .. Low.ToByteArray(bigEndian: true)];

    public static ThrottleKey FromBytes(ReadOnlySpan<byte> bytes) =>
        new(new Guid(bytes[..16], bigEndian: true), new Guid(bytes[16..32], bigEndian: true));

    internal static ThrottleKey Of(TenantId tenant, AttemptKind kind, string rule, params ReadOnlySpan<string> subject)
    {
        var text = new StringBuilder().Append(tenant.Value).Append('\n').Append((int)kind).Append('\n').Append(rule);
        foreach (var part in subject)
        {
            text.Append('\n').Append(part.Length).Append(':').Append(part);
        }

        return FromBytes(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
