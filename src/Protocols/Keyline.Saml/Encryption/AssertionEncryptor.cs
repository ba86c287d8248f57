using System.Security.Cryptography;
using System.Text;
using Keyline.Saml.Reading;
using Keyline.Saml.Signatures;
using Keyline.Saml.Writing;

namespace Keyline.Saml.Encryption;

/// <summary>Encrypts an assertion with a fresh AES-256-GCM key, and the key with RSA-OAEP (XML Encryption 1.1).</summary>
internal static class AssertionEncryptor
{
    private const int KeyBytes = 32;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    public static string Encrypt(string assertion, VerificationKey recipient)
    {
        using var rsa = recipient.CreateEncryptionKey()
            ?? throw new ArgumentException("Only an RSA key can be encrypted for.", nameof(recipient));
        var key = RandomNumberGenerator.GetBytes(KeyBytes);
        var plain = Encoding.UTF8.GetBytes(assertion);
        var sealedText = new byte[NonceBytes + plain.Length + TagBytes];
        RandomNumberGenerator.Fill(sealedText.AsSpan(0, NonceBytes));
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(
            sealedText.AsSpan(0, NonceBytes), plain, sealedText.AsSpan(NonceBytes, plain.Length), sealedText.AsSpan(NonceBytes + plain.Length));
        var wrapped = rsa.Encrypt(key, RSAEncryptionPadding.OaepSHA1);
        CryptographicOperations.ZeroMemory(key);

        using var xml = new XmlBuilder();
        return xml.Open(Names.Assertion, "EncryptedAssertion")
            .Open(Names.Encryption, "EncryptedData").Set("Type", "http://www.w3.org/2001/04/xmlenc#Element")
            .Open(Names.Encryption, "EncryptionMethod").Set("Algorithm", EncryptionAlgorithms.Aes256Gcm).Close()
            .Open(Names.Signature, "KeyInfo")
            .Open(Names.Encryption, "EncryptedKey")
            .Open(Names.Encryption, "EncryptionMethod").Set("Algorithm", EncryptionAlgorithms.OaepMgf1P).Close()
            .Open(Names.Encryption, "CipherData").Leaf(Names.Encryption, "CipherValue", Convert.ToBase64String(wrapped)).Close()
            .Close().Close()
            .Open(Names.Encryption, "CipherData").Leaf(Names.Encryption, "CipherValue", Convert.ToBase64String(sealedText)).Close()
            .Close().Close()
            .ToString();
    }
}
