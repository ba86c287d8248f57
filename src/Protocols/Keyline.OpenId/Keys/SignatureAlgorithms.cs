using System.Diagnostics;
using System.Security.Cryptography;

namespace Keyline.OpenId.Keys;

/// <summary>The names and parts of the signature algorithms.</summary>
public static class SignatureAlgorithms
{
    /// <summary>All that may be used, in the order of RFC 7518.</summary>
    public static IReadOnlyList<SignatureAlgorithm> All { get; } = Enum.GetValues<SignatureAlgorithm>();

    /// <summary>Finds the algorithm of a name on the wire; case matters (RFC 7515 section 4.1.1).</summary>
    /// <param name="name">The <c>alg</c> value.</param>
    /// <param name="algorithm">The algorithm.</param>
    /// <returns>False for every other name, <c>none</c> and <c>HS256</c> included.</returns>
    public static bool TryParse(string? name, out SignatureAlgorithm algorithm)
    {
        foreach (var candidate in All)
        {
            if (candidate.Name() == name)
            {
                algorithm = candidate;
                return true;
            }
        }

        algorithm = default;
        return false;
    }

    /// <summary>The name on the wire.</summary>
    /// <param name="algorithm">The algorithm.</param>
    public static string Name(this SignatureAlgorithm algorithm) => algorithm switch
    {
        SignatureAlgorithm.RS256 => "RS256",
        SignatureAlgorithm.RS384 => "RS384",
        SignatureAlgorithm.RS512 => "RS512",
        SignatureAlgorithm.PS256 => "PS256",
        SignatureAlgorithm.PS384 => "PS384",
        SignatureAlgorithm.PS512 => "PS512",
        SignatureAlgorithm.ES256 => "ES256",
        SignatureAlgorithm.ES384 => "ES384",
        SignatureAlgorithm.ES512 => "ES512",
        _ => throw new UnreachableException(),
    };

    internal static HashAlgorithmName Hash(this SignatureAlgorithm algorithm) => algorithm switch
    {
        SignatureAlgorithm.RS256 or SignatureAlgorithm.PS256 or SignatureAlgorithm.ES256 => HashAlgorithmName.SHA256,
        SignatureAlgorithm.RS384 or SignatureAlgorithm.PS384 or SignatureAlgorithm.ES384 => HashAlgorithmName.SHA384,
        SignatureAlgorithm.RS512 or SignatureAlgorithm.PS512 or SignatureAlgorithm.ES512 => HashAlgorithmName.SHA512,
        _ => throw new UnreachableException(),
    };

    internal static RSASignaturePadding? RsaPadding(this SignatureAlgorithm algorithm) => algorithm switch
    {
        SignatureAlgorithm.RS256 or SignatureAlgorithm.RS384 or SignatureAlgorithm.RS512 => RSASignaturePadding.Pkcs1,
        SignatureAlgorithm.PS256 or SignatureAlgorithm.PS384 or SignatureAlgorithm.PS512 => RSASignaturePadding.Pss,
        _ => null,
    };

    internal static EllipticCurve? Curve(this SignatureAlgorithm algorithm) => algorithm switch
    {
        SignatureAlgorithm.ES256 => EllipticCurve.P256,
        SignatureAlgorithm.ES384 => EllipticCurve.P384,
        SignatureAlgorithm.ES512 => EllipticCurve.P521,
        _ => null,
    };
}
