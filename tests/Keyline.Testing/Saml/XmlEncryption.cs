using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Keyline.Testing.Saml;

/// <summary>Encrypts an element as identity providers do; every choice can be another.</summary>
public sealed record XmlEncryption
{
    public const string Gcm256 = "http://www.w3.org/2009/xmlenc11#aes256-gcm";
    public const string Gcm128 = "http://www.w3.org/2009/xmlenc11#aes128-gcm";
    public const string Cbc256 = "http://www.w3.org/2001/04/xmlenc#aes256-cbc";
    public const string Cbc128 = "http://www.w3.org/2001/04/xmlenc#aes128-cbc";
    public const string OaepMgf1P = "http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p";
    public const string Oaep = "http://www.w3.org/2009/xmlenc11#rsa-oaep";

    private const string Sha256Parameters =
        "<ds:DigestMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\"/><xenc11:MGF xmlns:xenc11=\"http://www.w3.org/2009/xmlenc11#\" Algorithm=\"http://www.w3.org/2009/xmlenc11#mgf1sha256\"/>";

    public string Element { get; init; } = "EncryptedAssertion";

    public string Cipher { get; init; } = Gcm256;

    public string KeyTransport { get; init; } = OaepMgf1P;

    /// <summary>Whether SHA-256 takes the place of SHA-1 in OAEP.</summary>
    public bool Sha256 { get; init; }

    /// <summary>Whether the key stands beside the data, and not inside it.</summary>
    public bool KeyBeside { get; init; }

    public X509Certificate2 Recipient { get; init; } = LoadRecipient();

    /// <summary>Changes the encrypted octets.</summary>
    public Func<byte[], byte[]> Change { get; init; } = bytes => bytes;

    /// <summary>Changes the plain text before it is encrypted.</summary>
    public Func<byte[], byte[]> ChangePlain { get; init; } = bytes => bytes;

    public string Encrypt(string xml)
    {
        var key = RandomNumberGenerator.GetBytes(Cipher.Contains("128", StringComparison.Ordinal) ? 16 : 32);
        using var rsa = Recipient.GetRSAPublicKey() ?? throw new InvalidOperationException();
        var padding = KeyTransport.Contains("1_5", StringComparison.Ordinal) ? RSAEncryptionPadding.Pkcs1
            : Sha256 ? RSAEncryptionPadding.OaepSHA256 : RSAEncryptionPadding.OaepSHA1;
        var wrapped = $"""
            <xenc:EncryptedKey><xenc:EncryptionMethod Algorithm="{KeyTransport}">{(Sha256 ? Sha256Parameters : "")}</xenc:EncryptionMethod>{Value(rsa.Encrypt(key, padding))}</xenc:EncryptedKey>
            """;
        var plain = ChangePlain(Encoding.UTF8.GetBytes(xml));
        var text = Change(Cipher.EndsWith("gcm", StringComparison.Ordinal) ? Gcm(key, plain) : Cbc(key, plain));
        return $"""
            <saml:{Element} xmlns:xenc="http://www.w3.org/2001/04/xmlenc#" xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><xenc:EncryptedData Type="http://www.w3.org/2001/04/xmlenc#Element"><xenc:EncryptionMethod Algorithm="{Cipher}"/>{(KeyBeside ? "" : $"<ds:KeyInfo>{wrapped}</ds:KeyInfo>")}{Value(text)}</xenc:EncryptedData>{(KeyBeside ? wrapped : "")}</saml:{Element}>
            """;
    }

    private static X509Certificate2 LoadRecipient() =>
        X509CertificateLoader.LoadCertificate(SamlTestKeys.ServiceProvider.PublicKey.Certificate.Span);

    private static string Value(byte[] bytes) =>
        $"<xenc:CipherData><xenc:CipherValue>{Convert.ToBase64String(bytes, Base64FormattingOptions.InsertLineBreaks)}</xenc:CipherValue></xenc:CipherData>";

    private static byte[] Gcm(byte[] key, byte[] plain)
    {
        var text = new byte[12 + plain.Length + 16];
        RandomNumberGenerator.Fill(text.AsSpan(0, 12));
        using var aes = new AesGcm(key, 16);
        aes.Encrypt(text.AsSpan(0, 12), plain, text.AsSpan(12, plain.Length), text.AsSpan(12 + plain.Length));
        return text;
    }

    private static byte[] Cbc(byte[] key, byte[] plain)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        var vector = RandomNumberGenerator.GetBytes(16);
        return [.. vector, .. aes.EncryptCbc(plain, vector, PaddingMode.ISO10126)];
    }
}
