using System.Security.Cryptography;
using System.Text;

namespace Keyline.Secrets;

/// <summary>
/// Seals secrets at rest with AES-256-GCM under a master key. The sealed text is
/// <c>k1.{key id}.{base64url of nonce, tag, ciphertext}</c>; the purpose is authenticated with it, so that a sealed
/// value can't be moved to another place.
/// </summary>
public sealed class SecretSealer
{
    private const string Version = "k1";
    private const int NonceSize = 12;
    private const int TagSize = 16;

    private readonly IReadOnlyList<MasterKey> _keys;

    /// <summary>Seals with the first key and opens with any.</summary>
    /// <param name="keys">The current key, then the ones that are being rotated out.</param>
    /// <exception cref="ArgumentException">There is no key.</exception>
    public SecretSealer(IReadOnlyList<MasterKey> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        _keys = keys.Count > 0 ? keys : throw new ArgumentException("At least one master key is needed.", nameof(keys));
    }

    /// <summary>Seals a secret for one purpose.</summary>
    /// <param name="secret">What to seal.</param>
    /// <param name="purpose">Where it is kept, for example <c>connection.client-secret/{id}</c>.</param>
    public string Seal(SecretText secret, string purpose)
    {
        ArgumentNullException.ThrowIfNull(secret);
        var key = _keys[0];
        var plain = Encoding.UTF8.GetBytes(secret.Reveal());
        var output = new byte[NonceSize + TagSize + plain.Length];
        RandomNumberGenerator.Fill(output.AsSpan(0, NonceSize));
        using var aes = new AesGcm(key.Bytes.Span, TagSize);
        aes.Encrypt(output.AsSpan(0, NonceSize), plain, output.AsSpan(NonceSize + TagSize),
            output.AsSpan(NonceSize, TagSize), Encoding.UTF8.GetBytes(purpose));
        CryptographicOperations.ZeroMemory(plain);
        return $"{Version}.{key.Id}.{System.Buffers.Text.Base64Url.EncodeToString(output)}";
    }

    /// <summary>Opens what was sealed for the same purpose.</summary>
    /// <returns>The secret, or what is wrong: the key is not there, or the text was changed or moved.</returns>
    public Result<SecretText, SealFault> Open(string sealedText, string purpose)
    {
        ArgumentNullException.ThrowIfNull(sealedText);
        var parts = sealedText.Split('.');
        if (parts is not [Version, var keyId, var body] || !System.Buffers.Text.Base64Url.IsValid(body))
        {
            return new SealFault(SealFaultCode.Malformed, "the sealed text is not of the form k1.key.data");
        }

        if (_keys.FirstOrDefault(candidate => candidate.Id == keyId) is not { } key)
        {
            return new SealFault(SealFaultCode.UnknownKey,
                $"sealed with master key '{keyId}', which is not configured; configured: {string.Join(", ", _keys.Select(k => k.Id))}");
        }

        var bytes = System.Buffers.Text.Base64Url.DecodeFromChars(body);
        if (bytes.Length < NonceSize + TagSize)
        {
            return new SealFault(SealFaultCode.Malformed, "the sealed text is too short");
        }

        var plain = new byte[bytes.Length - NonceSize - TagSize];
        using var aes = new AesGcm(key.Bytes.Span, TagSize);
        try
        {
            aes.Decrypt(bytes.AsSpan(0, NonceSize), bytes.AsSpan(NonceSize + TagSize), bytes.AsSpan(NonceSize, TagSize), plain,
                Encoding.UTF8.GetBytes(purpose));
        }
        catch (AuthenticationTagMismatchException)
        {
            return new SealFault(SealFaultCode.Changed, $"the sealed text was changed, or was sealed for another purpose than '{purpose}'");
        }

        return new SecretText(Encoding.UTF8.GetString(plain));
    }
}
