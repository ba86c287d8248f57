using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Keyline.Testing.Identity;

/// <summary>
/// A passkey authenticator and its browser, written from the WebAuthn specification: ES256, no attestation. A test takes a
/// complete valid answer and changes one thing before it is signed.
/// </summary>
public sealed class SoftAuthenticator : IDisposable
{
    private static readonly string[] _transports = ["internal"];

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public byte[] CredentialId { get; } = RandomNumberGenerator.GetBytes(32);

    /// <summary>What the browser says the page's origin is.</summary>
    public required string Origin { get; set; }

    /// <summary>The relying party that is signed for.</summary>
    public required string RpId { get; set; }

    /// <summary>The counter before the next answer; each answer raises it.</summary>
    public uint Counter { get; set; } = 1;

    public bool UserVerified { get; set; } = true;

    public bool CrossOrigin { get; set; }

    /// <summary>The same key in other hands, with the counter that it had then.</summary>
    public SoftAuthenticator Clone() => new(_key.ExportParameters(includePrivateParameters: true), CredentialId)
    {
        Origin = Origin,
        RpId = RpId,
        Counter = Counter,
    };

    public SoftAuthenticator()
    {
    }

    private SoftAuthenticator(ECParameters key, byte[] credentialId)
    {
        _key.ImportParameters(key);
        CredentialId = credentialId;
    }

    /// <summary>Answers <c>navigator.credentials.create</c>.</summary>
    public string Create(string optionsJson)
    {
        var clientData = ClientData("webauthn.create", optionsJson);
        byte[] authenticatorData = [.. Head(attested: true), .. new byte[16], .. Big((ushort)CredentialId.Length), .. CredentialId, .. CoseKey()];
        byte[] attestation =
        [
            0xA3, .. Text("fmt"), .. Text("none"), .. Text("attStmt"), 0xA0, .. Text("authData"), .. ByteString(authenticatorData),
        ];
        return JsonSerializer.Serialize(new
        {
            id = Base64Url.EncodeToString(CredentialId),
            rawId = Base64Url.EncodeToString(CredentialId),
            type = "public-key",
            response = new
            {
                clientDataJSON = Base64Url.EncodeToString(clientData),
                attestationObject = Base64Url.EncodeToString(attestation),
                transports = _transports,
            },
            clientExtensionResults = new { },
        });
    }

    /// <summary>Answers <c>navigator.credentials.get</c>.</summary>
    public string Get(string optionsJson)
    {
        var clientData = ClientData("webauthn.get", optionsJson);
        var authenticatorData = Head(attested: false);
        byte[] signed = [.. authenticatorData, .. SHA256.HashData(clientData)];
        return JsonSerializer.Serialize(new
        {
            id = Base64Url.EncodeToString(CredentialId),
            rawId = Base64Url.EncodeToString(CredentialId),
            type = "public-key",
            response = new
            {
                clientDataJSON = Base64Url.EncodeToString(clientData),
                authenticatorData = Base64Url.EncodeToString(authenticatorData),
                signature = Base64Url.EncodeToString(_key.SignData(signed, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)),
            },
            clientExtensionResults = new { },
        });
    }

    public void Dispose() => _key.Dispose();

    private static byte[] Text(string text) => [(byte)(0x60 + text.Length), .. Encoding.ASCII.GetBytes(text)];

    private static byte[] ByteString(byte[] bytes) => bytes.Length < 256 ? [0x58, (byte)bytes.Length, .. bytes] : [0x59, .. Big((ushort)bytes.Length), .. bytes];

    private static byte[] Big(ushort number) => [(byte)(number >> 8), (byte)number];

    private byte[] ClientData(string type, string optionsJson)
    {
        using var options = JsonDocument.Parse(optionsJson);
        return JsonSerializer.SerializeToUtf8Bytes(new
        {
            type,
            challenge = options.RootElement.GetProperty("challenge").GetString(),
            origin = Origin,
            crossOrigin = CrossOrigin,
        });
    }

    // WebAuthn 6.1: the hash of the relying party, flags (user present, user verified, attested data), the counter.
    private byte[] Head(bool attested)
    {
        var counter = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(counter, Counter++);
        var flags = (byte)(0x01 | (UserVerified ? 0x04 : 0) | (attested ? 0x40 : 0));
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(RpId)), flags, .. counter];
    }

    // COSE: {1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y}.
    private byte[] CoseKey()
    {
        var point = _key.ExportParameters(includePrivateParameters: false).Q;
        return
        [
            0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01,
            0x21, .. ByteString(point.X ?? []), 0x22, .. ByteString(point.Y ?? []),
        ];
    }
}
