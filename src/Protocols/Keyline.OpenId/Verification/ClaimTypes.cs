using System.Text.Json;
using Keyline.OpenId.Documents;

namespace Keyline.OpenId.Verification;

/// <summary>
/// Whether the claims that are looked at have the JSON types of RFC 7519 and OpenID Connect Core. After this check a
/// claim that is not found is absent, never merely of another type.
/// </summary>
internal static class ClaimTypes
{
    private static readonly string[] _texts =
        ["iss", "sub", "azp", "nonce", "at_hash", "c_hash", "acr", "sid", "jti", "uti", "tid", "oid"];

    private static readonly string[] _times = ["exp", "nbf", "iat", "auth_time"];

    private static readonly string[] _lists = ["aud", "amr"];

    public static bool Check(CheckRecorder checks, ClaimSet claims)
    {
        var wrong = _texts.Where(name => claims.Find(name) is { ValueKind: not JsonValueKind.String })
            .Concat(_times.Where(name => claims.Has(name) && claims.FindTime(name) is null))
            .Concat(_lists.Where(name => claims.Has(name) && claims.FindList(name).Count == 0 && claims.FindJson(name) != "[]"))
            .ToList();
        return checks.Require("claim types", wrong.Count == 0, OAuthFaultCode.WrongMemberType,
            "claims of the types that the specification names", wrong.Count == 0 ? "the same" : $"another type for {Shown.List(wrong)}",
            "correct the mapping of these claims at the provider");
    }
}
