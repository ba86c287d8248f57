using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Keyline.Testing.OpenId;

/// <summary>The hashes <c>at_hash</c> and <c>c_hash</c> of a token signed with ES256 or RS256.</summary>
public static class TokenHash
{
    public static string Of(string text) => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(text)).AsSpan(0, 16));
}
