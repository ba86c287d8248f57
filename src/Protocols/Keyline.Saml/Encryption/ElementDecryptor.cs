using System.Security.Cryptography;
using Keyline.Saml.Reading;

namespace Keyline.Saml.Encryption;

/// <summary>
/// Decrypts an EncryptedAssertion or EncryptedID (Core 2.3.4, 2.2.4). From the first use of a key on, every failure is the same
/// fault in the same words: a wrong key, a changed text and a bad padding cannot be told apart.
/// </summary>
internal static class ElementDecryptor
{
    private const int MostKeys = 4;
    private const int GcmNonce = 12;
    private const int GcmTag = 16;
    private const int CbcBlock = 16;

    /// <summary>What is said of every failure to decrypt.</summary>
    public static SamlFault Failure { get; } =
        new(SamlFaultCode.DecryptionFailed, "data encrypted for a key of ours, and unchanged since", "data that does not decrypt");

    public static Result<DecryptedElement, SamlFault> Decrypt(XmlElement encrypted, DecryptionOptions options)
    {
        var data = encrypted.Child(Names.Encryption, "EncryptedData");
        if (data is null || encrypted.Count(Names.Encryption, "EncryptedData") != 1
            || data.Child(Names.Encryption, "EncryptionMethod") is not { } method
            || CipherValue(data) is not { } text)
        {
            return new SamlFault(
                SamlFaultCode.MalformedEncryption, "one EncryptedData with EncryptionMethod and CipherValue", encrypted.LocalName);
        }

        var name = method.Attribute("Algorithm") ?? "none";
        if (!EncryptionAlgorithms.TryParseCipher(name, out var cipher))
        {
            return new SamlFault(SamlFaultCode.ForbiddenEncryption, EncryptionAlgorithms.CipherNames, name);
        }

        if (!cipher.IsAuthenticated && !options.AllowCbc)
        {
            return new SamlFault(SamlFaultCode.ForbiddenEncryption, "AES-GCM; this connection does not allow AES-CBC", name);
        }

        if (!TryWrappedKeys(encrypted, data, out var wrapped, out var fault))
        {
            return fault!; // Set whenever it returns false.
        }

        if (options.Keys.Count == 0)
        {
            return new SamlFault(SamlFaultCode.NoDecryptionKey, "no encryption; this connection has no key for it", "an encrypted element");
        }

        // Whichever step fails, the next ones are still made, with a key that nobody has.
        var key = Unwrap(wrapped, options, cipher.KeyBytes) ?? RandomNumberGenerator.GetBytes(cipher.KeyBytes);
        var plain = cipher.IsAuthenticated ? Gcm(key, text) : Cbc(key, text);
        CryptographicOperations.ZeroMemory(key);
        if (plain is null)
        {
            return Failure;
        }

        // A copy: the same message may be verified again.
        var identifiers = new HashSet<string>(options.Identifiers, StringComparer.Ordinal);
        var parsed = XmlTree.ParseWithin(encrypted, plain, plain.Length, options.Limits, identifiers);
        return parsed.Ok
            ? new DecryptedElement(parsed.Value, !cipher.IsAuthenticated)
            : cipher.IsAuthenticated ? parsed.Fault : Failure;
    }

    private static bool TryWrappedKeys(XmlElement encrypted, XmlElement data, out List<WrappedKey> keys, out SamlFault? fault)
    {
        keys = [];
        fault = null;
        foreach (var holder in new[] { data.Child(Names.Signature, "KeyInfo"), encrypted })
        {
            for (var child = holder?.FirstElement; child is not null; child = child.NextElement)
            {
                if (!child.Is(Names.Encryption, "EncryptedKey"))
                {
                    continue;
                }

                var method = child.Child(Names.Encryption, "EncryptionMethod");
                if (method is null || EncryptionAlgorithms.PaddingOf(method) is not { } padding)
                {
                    fault = new SamlFault(
                        SamlFaultCode.ForbiddenEncryption, "RSA-OAEP with SHA-1 twice or SHA-256 twice, without parameters",
                        method?.Attribute("Algorithm") ?? "none");
                    return false;
                }

                if (CipherValue(child) is { } value && keys.Count < MostKeys)
                {
                    keys.Add(new WrappedKey(value, padding));
                }
            }
        }

        fault = keys.Count > 0 ? null : new SamlFault(SamlFaultCode.MalformedEncryption, "an EncryptedKey with CipherValue", "none");
        return fault is null;
    }

    private static byte[]? Unwrap(List<WrappedKey> wrapped, DecryptionOptions options, int length)
    {
        byte[]? found = null;
        foreach (var candidate in wrapped)
        {
            foreach (var key in options.Keys)
            {
                if (key.Unwrap(candidate.Value, candidate.Padding) is { } plain && plain.Length == length)
                {
                    found ??= plain;
                }
            }
        }

        return found;
    }

    // XML Encryption 1.1, 5.2.4: nonce, text, tag.
    private static byte[]? Gcm(byte[] key, byte[] text)
    {
        if (text.Length <= GcmNonce + GcmTag)
        {
            return null;
        }

        var plain = new byte[text.Length - GcmNonce - GcmTag];
        using var aes = new AesGcm(key, GcmTag);
        try
        {
            aes.Decrypt(text.AsSpan(0, GcmNonce), text.AsSpan(GcmNonce, plain.Length), text.AsSpan(text.Length - GcmTag), plain);
            return plain;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    // XML Encryption 1.1, 5.2.2 and 5.2.1: vector, then blocks; the last byte tells how many bytes are padding.
    private static byte[]? Cbc(byte[] key, byte[] text)
    {
        if (text.Length < 2 * CbcBlock || text.Length % CbcBlock != 0)
        {
            return null;
        }

        using var aes = Aes.Create();
        aes.Key = key;
        var plain = aes.DecryptCbc(text.AsSpan(CbcBlock), text.AsSpan(0, CbcBlock), PaddingMode.None);
        var padding = plain[^1];
        return padding is >= 1 and <= CbcBlock ? plain[..^padding] : null;
    }

    private static byte[]? CipherValue(XmlElement parent) =>
        parent.Child(Names.Encryption, "CipherData")?.Child(Names.Encryption, "CipherValue") is { } value
        && value.TryText(out var text) && Base64Text.TryDecode(text.Span, out var bytes) ? bytes : null;

    private readonly record struct WrappedKey(byte[] Value, RSAEncryptionPadding Padding);
}
