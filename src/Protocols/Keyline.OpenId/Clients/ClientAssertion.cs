using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Keyline.OpenId.Documents;
using Keyline.OpenId.Keys;
using Keyline.OpenId.Tokens;
using Keyline.Secrets;

namespace Keyline.OpenId.Clients;

/// <summary>The token of <c>private_key_jwt</c> (OpenID Connect Core section 9, RFC 7523).</summary>
internal static class ClientAssertion
{
    public const string Type = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private static readonly TimeSpan _lifetime = TimeSpan.FromMinutes(2);

    public static SecretText Write(string clientId, string audience, SigningKey key, DateTimeOffset now)
    {
        var claims = new JsonObject
        {
            ["iss"] = clientId,
            ["sub"] = clientId,
            ["aud"] = audience,
            ["jti"] = StrictBase64Url.Write(RandomNumberGenerator.GetBytes(16)),
            ["iat"] = now.ToUnixTimeSeconds(),
            ["nbf"] = now.ToUnixTimeSeconds(),
            ["exp"] = (now + _lifetime).ToUnixTimeSeconds(),
        };
        return new SecretText(JwtWriter.Write(claims, key, "JWT"));
    }
}
