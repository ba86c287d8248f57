using System.Text.Json;
using System.Text.Json.Nodes;
using Keyline.OpenId.Documents;
using Keyline.OpenId.Verification;

namespace Keyline.OpenId.UserInfo;

/// <summary>
/// Joins the claims of a sign-in. The ID token wins, because it is signed and bound to the sign-in; userinfo adds what
/// the ID token does not say. What identifies the person, the token or the strength of the sign-in comes from the ID
/// token alone.
/// </summary>
public static class PersonClaims
{
    private static readonly string[] _idTokenOnly =
    [
        "iss", "sub", "aud", "azp", "exp", "nbf", "iat", "jti", "uti", "nonce", "at_hash", "c_hash", "auth_time", "acr", "amr",
        "sid", "tid", "oid", "hd", "_claim_names", "_claim_sources", "hasgroups",
    ];

    /// <summary>Joins them.</summary>
    /// <param name="idToken">The ID token.</param>
    /// <param name="userInfo">The answer of userinfo, or null when it was not asked.</param>
    public static ClaimSet Join(VerifiedIdToken idToken, VerifiedUserInfo? userInfo)
    {
        if (userInfo is null)
        {
            return idToken.Claims;
        }

        var joined = new JsonObject();
        foreach (var name in idToken.Claims.Names)
        {
            joined[name] = Copy(idToken.Claims, name);
        }

        foreach (var name in userInfo.Claims.Names.Where(name => !joined.ContainsKey(name) && !_idTokenOnly.Contains(name)))
        {
            joined[name] = Copy(userInfo.Claims, name);
        }

        return new ClaimSet(JsonSerializer.SerializeToElement(joined));
    }

    private static JsonNode? Copy(ClaimSet claims, string name) => JsonNode.Parse(claims.FindJson(name) ?? "null");
}
