using System.Security.Cryptography;
using System.Text;
using Keyline.OpenId.Documents;

namespace Keyline.OpenId.Keys;

/// <summary>The SHA-256 thumbprint of a public key (RFC 7638): its required members in order, without white space.</summary>
internal static class KeyThumbprint
{
    public static string Of(RSAParameters key) => Hash(
        $$"""{"e":"{{StrictBase64Url.Write(key.Exponent)}}","kty":"RSA","n":"{{StrictBase64Url.Write(key.Modulus)}}"}""");

    public static string Of(ECParameters key, EllipticCurve curve) => Hash(
        $$"""{"crv":"{{curve.Name}}","kty":"EC","x":"{{StrictBase64Url.Write(key.Q.X)}}","y":"{{StrictBase64Url.Write(key.Q.Y)}}"}""");

    private static string Hash(string json) => StrictBase64Url.Write(SHA256.HashData(Encoding.UTF8.GetBytes(json)));
}
