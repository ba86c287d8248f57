using System.Text.Json.Nodes;
using Keyline.OpenId.Documents;

namespace Keyline.OpenId.Keys;

/// <summary>Writes our public keys as a JWK Set (RFC 7517), for the providers that fetch them.</summary>
public static class KeySetWriter
{
    /// <summary>Writes the set: <c>use</c>, <c>alg</c>, <c>kid</c>, and <c>x5c</c> for keys that have a certificate.</summary>
    /// <param name="keys">The keys: the one in use, the next one, and old ones whose signatures still live.</param>
    public static string Write(IEnumerable<SigningKey> keys) =>
        new JsonObject { ["keys"] = new JsonArray([.. keys.Select(Jwk)]) }.ToJsonString();

    private static JsonObject Jwk(SigningKey key)
    {
        var jwk = new JsonObject { ["use"] = "sig", ["alg"] = key.Algorithm.Name(), ["kid"] = key.KeyId };
        if (key.Public.Rsa is { } rsa)
        {
            jwk["kty"] = "RSA";
            jwk["n"] = StrictBase64Url.Write(rsa.Modulus);
            jwk["e"] = StrictBase64Url.Write(rsa.Exponent);
        }
        else if (key.Public is { Ec: { } ec, Curve: { } curve })
        {
            jwk["kty"] = "EC";
            jwk["crv"] = curve.Name;
            jwk["x"] = StrictBase64Url.Write(ec.Q.X);
            jwk["y"] = StrictBase64Url.Write(ec.Q.Y);
        }

        if (!key.Certificate.IsEmpty)
        {
            // RFC 7517 4.7: base64, not base64url.
            jwk["x5c"] = new JsonArray(Convert.ToBase64String(key.Certificate));
        }

        return jwk;
    }
}
