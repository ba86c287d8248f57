using Keyline.OpenId.Clients;
using Keyline.OpenId.Documents;
using Keyline.OpenId.Keys;
using Keyline.OpenId.Tokens;

namespace Keyline.OpenId.Verification;

/// <summary>A token whose signature is the provider's; its claims are yet to be checked.</summary>
internal sealed record SignedToken(ClaimSet Claims, SignatureAlgorithm Algorithm, VerificationKey Key)
{
    // RFC 7515 4.1.2 to 4.1.6: header members that bring or point to a key. The key comes from the provider's key set alone.
    private static readonly string[] _keyPointers = ["jku", "jwk", "x5u", "x5c"];

    /// <summary>Takes the token apart and verifies its signature, in the order of RFC 7515 section 5.2 and RFC 8725.</summary>
    public static SignedToken? Verify(
        string token, IReadOnlyList<string> types, RelyingParty party, KeySet keys, CheckRecorder checks)
    {
        var parsed = UnverifiedJwt.Parse(token, party.Limits);
        if (!parsed.Ok)
        {
            checks.Fail("format", parsed.Fault);
            return null;
        }

        var jwt = parsed.Value;
        checks.Pass("format", "a signed token", $"{token.Length} characters");
        if (CheckAlgorithm(checks, jwt.Header, party) is not { } algorithm || !CheckHeader(checks, jwt.Header, types)
            || CheckKey(checks, jwt.Header, keys, algorithm) is not { } key)
        {
            return null;
        }

        if (!checks.Require("signature", key.Verify(algorithm, jwt.SigningInput, jwt.Signature), OAuthFaultCode.BadSignature,
            $"a signature of the key {Shown.Text(key.KeyId)}", "the token's signature",
            "the token was changed on its way or made by a stranger: look for who sent it"))
        {
            return null;
        }

        var payload = StrictJson.ReadObject(jwt.Payload, party.Limits.TokenCharacters, party.Limits.Depth, "the token's claims");
        if (!payload.Ok)
        {
            checks.Fail("claims", payload.Fault);
            return null;
        }

        return new SignedToken(new ClaimSet(payload.Value), algorithm, key);
    }

    // RFC 8725 3.1: the algorithm comes from our list. 'none' and HS256 are not even known.
    private static SignatureAlgorithm? CheckAlgorithm(CheckRecorder checks, ClaimSet header, RelyingParty party)
    {
        var name = header.FindText("alg");
        var allowed = SignatureAlgorithms.TryParse(name, out var algorithm) && party.Algorithms.Contains(algorithm);
        return checks.Require("alg", allowed, OAuthFaultCode.AlgorithmNotAllowed,
            Shown.List(party.Algorithms.Select(own => own.Name())), Shown.Text(name),
            "let the provider sign with an allowed algorithm; if it does, the token is a forgery")
            ? algorithm
            : null;
    }

    private static bool CheckHeader(CheckRecorder checks, ClaimSet header, IReadOnlyList<string> types)
    {
        // RFC 7515 4.1.11: what is critical and not understood is refused; null and an empty list are not allowed at all.
        if (!checks.Require("crit", header.FindJson("crit") is null && !header.HasNull("crit"), OAuthFaultCode.CriticalHeader,
            Shown.Nothing, header.FindJson("crit") is { } critical ? Shown.Text(critical) : Shown.Nothing,
            "let the provider issue plain signed tokens"))
        {
            return false;
        }

        // RFC 8725 3.11: the type keeps one kind of token from passing as another.
        var type = header.FindText("typ");
        var plain = type is null ? "" : type.StartsWith("application/", StringComparison.OrdinalIgnoreCase) ? type[12..] : type;
        if (!checks.Require("typ", types.Contains(plain, StringComparer.OrdinalIgnoreCase) && (type is not null || !header.Has("typ")),
            OAuthFaultCode.WrongTokenType, string.Join(" or ", types.Select(known => known.Length == 0 ? "none" : Shown.Text(known))),
            Shown.Text(type), "the token is of another kind; look at which token the provider sends here"))
        {
            return false;
        }

        var pointers = _keyPointers.Where(header.Has).ToList();
        if (pointers.Count > 0)
        {
            checks.Skip("key in the header", $"{Shown.List(pointers)} is there and ignored: keys come from the provider's key set alone");
        }

        return true;
    }

    private static VerificationKey? CheckKey(CheckRecorder checks, ClaimSet header, KeySet keys, SignatureAlgorithm algorithm)
    {
        var keyId = header.FindText("kid");
        var found = keys.Find(keyId, algorithm);
        if (!found.Ok)
        {
            checks.Fail("key", found.Fault);
            return null;
        }

        checks.Pass("key", "a key of the provider's key set", $"{Shown.Text(keyId)}, {found.Value.Kind}");
        return found.Value;
    }
}
