using System.Security.Cryptography;
using System.Text.Json;
using Keyline.OpenId.Documents;

namespace Keyline.OpenId.Keys;

/// <summary>Reads a JWK Set (RFC 7517) of public signing keys.</summary>
public static class KeySetReader
{
    private const int SmallestModulus = 2048;
    private const int LargestModulus = 8192;
    private const int LongestKeyId = 512;

    private static readonly string[] _privateMembers = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"];

    /// <summary>
    /// Reads the set. Keys of unknown type, for other uses or too weak are ignored and listed; a private or symmetric
    /// key, two keys under one <c>kid</c>, or no usable key refuses the whole set.
    /// </summary>
    /// <param name="json">The document.</param>
    /// <param name="limits">How much is read.</param>
    public static Result<KeySet, OAuthFault> Read(string json, DocumentLimits limits)
    {
        var document = StrictJson.ReadObject(json, limits.KeySetBytes, limits.Depth, "the key set");
        if (!document.Ok)
        {
            return document.Fault;
        }

        var root = new ClaimSet(document.Value);
        if (root.Find("keys") is not { ValueKind: JsonValueKind.Array } list)
        {
            return new OAuthFault(OAuthFaultCode.MissingMember, "'keys', a list", "a key set without",
                "check that jwks_uri is the address of the provider's keys");
        }

        if (list.GetArrayLength() > limits.KeyCount)
        {
            return new OAuthFault(OAuthFaultCode.TooManyKeys, $"at most {limits.KeyCount} keys", $"{list.GetArrayLength()}",
                "ask the provider's operator to withdraw old keys");
        }

        var keys = new List<VerificationKey>();
        var ignored = new List<IgnoredKey>();
        foreach (var item in list.EnumerateArray())
        {
            if (Take(item, keys, ignored) is { } fault)
            {
                return fault;
            }
        }

        return keys.Count > 0 ? new KeySet(keys, ignored) : new OAuthFault(OAuthFaultCode.NoUsableKey,
            "an RSA key of 2048 bits or more, or an EC key on P-256, P-384 or P-521, for signatures",
            Shown.List(ignored.Select(key => $"{key.KeyId ?? "without kid"}: {key.Reason}")), "let the provider publish such a key");
    }

    private static OAuthFault? Take(JsonElement item, List<VerificationKey> keys, List<IgnoredKey> ignored)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            return new OAuthFault(OAuthFaultCode.WrongMemberType, "keys as JSON objects", $"a key of the kind {item.ValueKind}",
                "check that jwks_uri is the address of the provider's keys");
        }

        var jwk = new ClaimSet(item);
        var keyId = jwk.FindText("kid");
        if (jwk.FindText("kty") == "oct" || _privateMembers.Any(jwk.Has))
        {
            // RFC 7517 9.3: whoever can read the document can sign as the provider.
            return new OAuthFault(OAuthFaultCode.PrivateKeyPublished, "public keys only", $"a private or symmetric key, kid {Shown.Text(keyId)}",
                "tell the provider's operator at once: everybody can sign as this provider");
        }

        var (key, reason) = Read(jwk, keyId);
        if (key is null)
        {
            ignored.Add(new IgnoredKey(keyId, reason));
            return null;
        }

        var twin = keys.FirstOrDefault(other => other.KeyId == keyId && keyId is not null);
        if (twin is null)
        {
            keys.Add(key);
        }

        return twin is null || twin.SameMaterial(key) ? null : new OAuthFault(OAuthFaultCode.DuplicateKeyId,
            "each kid once", $"two different keys with the kid {Shown.Text(keyId)}", "let the provider give each key a kid of its own");
    }

    private static (VerificationKey? Key, string Reason) Read(ClaimSet jwk, string? keyId)
    {
        if (jwk.Has("kid") && keyId is not { Length: > 0 and <= LongestKeyId })
        {
            return (null, $"its kid is not a text of 1 to {LongestKeyId} characters");
        }

        // RFC 7517 4.2 and 4.3: use and key_ops, when there, must allow verifying.
        if (jwk.Has("use") && jwk.FindText("use") != "sig")
        {
            return (null, $"its use is {Shown.Text(jwk.FindText("use"))}, not 'sig'");
        }

        if (jwk.Has("key_ops") && !jwk.FindList("key_ops").Contains("verify"))
        {
            return (null, "its key_ops do not allow 'verify'");
        }

        SignatureAlgorithm? only = null;
        if (jwk.Has("alg"))
        {
            if (!SignatureAlgorithms.TryParse(jwk.FindText("alg"), out var algorithm))
            {
                return (null, $"its alg is {Shown.Text(jwk.FindText("alg"))}");
            }

            only = algorithm;
        }

        var (key, reason) = jwk.FindText("kty") switch
        {
            "RSA" => ReadRsa(jwk, keyId, only),
            "EC" => ReadEc(jwk, keyId, only),
            var type => (null, $"its kty is {Shown.Text(type)}"),
        };
        return key is not null && only is { } own && !key.Fits(own) ? (null, $"its alg {own.Name()} is not one of {key.Kind}") : (key, reason);
    }

    private static (VerificationKey? Key, string Reason) ReadRsa(ClaimSet jwk, string? keyId, SignatureAlgorithm? only)
    {
        if (!StrictBase64Url.TryRead(jwk.FindText("n"), out var modulus) || !StrictBase64Url.TryRead(jwk.FindText("e"), out var exponent))
        {
            return (null, "its n or e is not base64url");
        }

        modulus = modulus.AsSpan().TrimStart((byte)0).ToArray();
        exponent = exponent.AsSpan().TrimStart((byte)0).ToArray();
        var bits = modulus.Length == 0 ? 0 : (modulus.Length * 8) - byte.LeadingZeroCount(modulus[0]);
        if (bits is < SmallestModulus or > LargestModulus)
        {
            return (null, $"it has {bits} bits, not {SmallestModulus} to {LargestModulus}");
        }

        // An exponent of 1 verifies everything; a huge one makes each verification slow.
        if (exponent is not { Length: > 0 and <= 4 } || exponent[^1] % 2 == 0 || exponent is [1])
        {
            return (null, "its exponent is not an odd number from 3 to 2^32");
        }

        var parameters = new RSAParameters { Modulus = modulus, Exponent = exponent };
        return (new VerificationKey(keyId, only, jwk.FindText("issuer"), parameters), "");
    }

    private static (VerificationKey? Key, string Reason) ReadEc(ClaimSet jwk, string? keyId, SignatureAlgorithm? only)
    {
        if (EllipticCurve.Find(jwk.FindText("crv")) is not { } curve)
        {
            return (null, $"its curve is {Shown.Text(jwk.FindText("crv"))}");
        }

        // RFC 7518 6.2.1.2: both coordinates have the full length of the curve.
        if (!StrictBase64Url.TryRead(jwk.FindText("x"), out var x) || !StrictBase64Url.TryRead(jwk.FindText("y"), out var y)
            || x.Length != curve.CoordinateBytes || y.Length != curve.CoordinateBytes)
        {
            return (null, $"its x or y is not {curve.CoordinateBytes} bytes of base64url");
        }

        var parameters = new ECParameters { Curve = curve.Framework, Q = new ECPoint { X = x, Y = y } };
        return IsOnCurve(parameters)
            ? (new VerificationKey(keyId, only, jwk.FindText("issuer"), parameters, curve), "")
            : (null, $"its point is not on {curve.Name}");
    }

    // The framework tells only by an exception.
    private static bool IsOnCurve(ECParameters parameters)
    {
        try
        {
            using var key = ECDsa.Create(parameters);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
