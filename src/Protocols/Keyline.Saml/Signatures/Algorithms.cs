using System.Security.Cryptography;

namespace Keyline.Saml.Signatures;

/// <summary>The allow list: what a message may name, and what it means. A message never chooses anything outside it.</summary>
internal static class Algorithms
{
    public const string ExclusiveC14N = "http://www.w3.org/2001/10/xml-exc-c14n#";
    public const string SignatureNames = "RSA or ECDSA with SHA-256, SHA-384 or SHA-512";
    public const string DigestNames = "SHA-256, SHA-384 or SHA-512";
    public const string Enveloped = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";

    private static readonly Dictionary<string, SignatureAlgorithm> _signatures = new(StringComparer.Ordinal)
    {
        ["http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"] = SignatureAlgorithm.RsaSha256,
        ["http://www.w3.org/2001/04/xmldsig-more#rsa-sha384"] = SignatureAlgorithm.RsaSha384,
        ["http://www.w3.org/2001/04/xmldsig-more#rsa-sha512"] = SignatureAlgorithm.RsaSha512,
        ["http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1"] = SignatureAlgorithm.RsaPssSha256,
        ["http://www.w3.org/2007/05/xmldsig-more#sha384-rsa-MGF1"] = SignatureAlgorithm.RsaPssSha384,
        ["http://www.w3.org/2007/05/xmldsig-more#sha512-rsa-MGF1"] = SignatureAlgorithm.RsaPssSha512,
        ["http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256"] = SignatureAlgorithm.EcdsaSha256,
        ["http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384"] = SignatureAlgorithm.EcdsaSha384,
        ["http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha512"] = SignatureAlgorithm.EcdsaSha512,
    };

    private static readonly Dictionary<SignatureAlgorithm, string> _names = _signatures.ToDictionary(pair => pair.Value, pair => pair.Key);

    private static readonly Dictionary<string, HashAlgorithmName> _digests = new(StringComparer.Ordinal)
    {
        ["http://www.w3.org/2001/04/xmlenc#sha256"] = HashAlgorithmName.SHA256,
        ["http://www.w3.org/2001/04/xmldsig-more#sha384"] = HashAlgorithmName.SHA384,
        ["http://www.w3.org/2001/04/xmlenc#sha512"] = HashAlgorithmName.SHA512,
    };

    public static bool TryParseSignature(string name, out SignatureAlgorithm algorithm) => _signatures.TryGetValue(name, out algorithm);

    public static bool TryParseDigest(string name, out HashAlgorithmName algorithm) => _digests.TryGetValue(name, out algorithm);

    public static string NameOf(SignatureAlgorithm algorithm) => _names[algorithm];

    public static string DigestNameOf(SignatureAlgorithm algorithm) => _digests.First(pair => pair.Value == HashOf(algorithm)).Key;

    public static HashAlgorithmName HashOf(SignatureAlgorithm algorithm) => algorithm switch
    {
        SignatureAlgorithm.RsaSha256 or SignatureAlgorithm.RsaPssSha256 or SignatureAlgorithm.EcdsaSha256 => HashAlgorithmName.SHA256,
        SignatureAlgorithm.RsaSha384 or SignatureAlgorithm.RsaPssSha384 or SignatureAlgorithm.EcdsaSha384 => HashAlgorithmName.SHA384,
        _ => HashAlgorithmName.SHA512,
    };

    public static bool IsEcdsa(SignatureAlgorithm algorithm) => algorithm >= SignatureAlgorithm.EcdsaSha256;

    public static RSASignaturePadding PaddingOf(SignatureAlgorithm algorithm) =>
        algorithm is SignatureAlgorithm.RsaPssSha256 or SignatureAlgorithm.RsaPssSha384 or SignatureAlgorithm.RsaPssSha512
            ? RSASignaturePadding.Pss
            : RSASignaturePadding.Pkcs1;
}
