using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Keyline.OpenId.Documents;
using Keyline.OpenId.Keys;

namespace Keyline.OpenId.Tokens;

/// <summary>Writes signed JWTs in compact form (RFC 7515 section 7.1) with a key of ours.</summary>
public static class JwtWriter
{
    /// <summary>Writes one.</summary>
    /// <param name="claims">The claims.</param>
    /// <param name="key">The key; its algorithm and <c>kid</c> go into the header.</param>
    /// <param name="type">The <c>typ</c> of the header.</param>
    public static string Write(JsonObject claims, SigningKey key, string type)
    {
        var header = new JsonObject { ["alg"] = key.Algorithm.Name(), ["kid"] = key.KeyId, ["typ"] = type };
        if (!key.Certificate.IsEmpty)
        {
            // Entra ID finds the key of a client by the certificate (RFC 7515 4.1.8).
            header["x5t#S256"] = StrictBase64Url.Write(SHA256.HashData(key.Certificate));
        }

        return Write(header.ToJsonString(), claims.ToJsonString(), key);
    }

    internal static string Write(string header, string payload, SigningKey key)
    {
        var signed = $"{StrictBase64Url.Write(Encoding.UTF8.GetBytes(header))}.{StrictBase64Url.Write(Encoding.UTF8.GetBytes(payload))}";
        return $"{signed}.{StrictBase64Url.Write(key.Sign(Encoding.ASCII.GetBytes(signed)))}";
    }
}
