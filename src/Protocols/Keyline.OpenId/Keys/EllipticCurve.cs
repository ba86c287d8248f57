using System.Security.Cryptography;

namespace Keyline.OpenId.Keys;

/// <summary>A curve of RFC 7518 section 6.2.1.1.</summary>
internal sealed record EllipticCurve(string Name, ECCurve Framework, int CoordinateBytes)
{
    public static EllipticCurve P256 { get; } = new("P-256", ECCurve.NamedCurves.nistP256, 32);

    public static EllipticCurve P384 { get; } = new("P-384", ECCurve.NamedCurves.nistP384, 48);

    public static EllipticCurve P521 { get; } = new("P-521", ECCurve.NamedCurves.nistP521, 66);

    public static EllipticCurve? Find(string? name) => name switch
    {
        "P-256" => P256,
        "P-384" => P384,
        "P-521" => P521,
        _ => null,
    };
}
