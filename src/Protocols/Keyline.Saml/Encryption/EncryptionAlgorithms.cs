using System.Security.Cryptography;
using Keyline.Saml.Reading;

namespace Keyline.Saml.Encryption;

/// <summary>The allow list for encryption. RSA PKCS#1 1.5, Triple DES and key wrapping are not on it.</summary>
internal static class EncryptionAlgorithms
{
    public const string CipherNames = "AES-GCM, or AES-CBC where the connection allows it";
    public const string OaepMgf1P = "http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p";
    public const string Oaep = "http://www.w3.org/2009/xmlenc11#rsa-oaep";
    public const string Sha256 = "http://www.w3.org/2001/04/xmlenc#sha256";
    public const string Mgf1Sha256 = "http://www.w3.org/2009/xmlenc11#mgf1sha256";
    public const string Aes256Gcm = "http://www.w3.org/2009/xmlenc11#aes256-gcm";

    private const string Sha1 = "http://www.w3.org/2000/09/xmldsig#sha1";
    private const string Mgf1Sha1 = "http://www.w3.org/2009/xmlenc11#mgf1sha1";

    private static readonly Dictionary<string, Cipher> _ciphers = new(StringComparer.Ordinal)
    {
        ["http://www.w3.org/2009/xmlenc11#aes128-gcm"] = new Cipher(16, true),
        ["http://www.w3.org/2009/xmlenc11#aes192-gcm"] = new Cipher(24, true),
        [Aes256Gcm] = new Cipher(32, true),
        ["http://www.w3.org/2001/04/xmlenc#aes128-cbc"] = new Cipher(16, false),
        ["http://www.w3.org/2001/04/xmlenc#aes192-cbc"] = new Cipher(24, false),
        ["http://www.w3.org/2001/04/xmlenc#aes256-cbc"] = new Cipher(32, false),
    };

    public static bool TryParseCipher(string name, out Cipher cipher) => _ciphers.TryGetValue(name, out cipher);

    /// <summary>XML Encryption 1.1, 5.5.2. The platform takes one digest for both of OAEP's uses, so both must be the same.</summary>
    public static RSAEncryptionPadding? PaddingOf(XmlElement method)
    {
        var digest = method.Child(Names.Signature, "DigestMethod")?.Attribute("Algorithm") ?? Sha1;
        var mask = method.Child(Names.Encryption11, "MGF")?.Attribute("Algorithm") ?? Mgf1Sha1;
        return method.Child(Names.Encryption, "OAEPparams") is not null
            ? null
            : (method.Attribute("Algorithm"), digest, mask) switch
            {
                // OAEP's digest needs no resistance to collisions, so SHA-1 is no weakness here.
                (OaepMgf1P, Sha1, Mgf1Sha1) or (Oaep, Sha1, Mgf1Sha1) => RSAEncryptionPadding.OaepSHA1,
                (Oaep, Sha256, Mgf1Sha256) => RSAEncryptionPadding.OaepSHA256,
                _ => null,
            };
    }

    /// <summary>A block cipher.</summary>
    /// <param name="KeyBytes">The length of its key.</param>
    /// <param name="IsAuthenticated">Whether it notices change: GCM, not CBC.</param>
    internal readonly record struct Cipher(int KeyBytes, bool IsAuthenticated);
}
