using System.Diagnostics;
using System.Security.Cryptography;
using Keyline.Saml.Reading;

namespace Keyline.Saml.Signatures;

/// <summary>Verifies the enveloped signature of an element with the keys that the caller trusts, and no other.</summary>
internal static class SignatureVerifier
{
    /// <summary>How many keys are tried; a rotation needs two or three.</summary>
    public const int MostKeys = 8;

    private const int LongestHash = 64;

    /// <summary>The signature that is a direct child of the element, if there is one.</summary>
    public static XmlElement? Find(XmlElement element) => element.Child(Names.Signature, "Signature");

    public static Result<SignedElement, SamlFault> Verify(
        XmlElement element, IReadOnlyList<VerificationKey> keys, Canonicalizer canonicalizer)
    {
        if (Find(element) is not { } node)
        {
            return new SamlFault(SamlFaultCode.NotSigned, $"a signature of {element.LocalName}", "none");
        }

        if (element.Count(Names.Signature, "Signature") > 1)
        {
            return new SamlFault(SamlFaultCode.MisplacedSignature, "one signature of an element", "several");
        }

        var read = XmlSignature.Read(node, element);
        if (!read.Ok)
        {
            return read.Fault;
        }

        var signature = read.Value;

        // The key's signature comes first: what an unknown sender wrote is not canonicalized, but for the small SignedInfo.
        Span<byte> hash = stackalloc byte[LongestHash];
        var octets = canonicalizer.Write(signature.SignedInfo, null, signature.SignedInfoPrefixes);
        var length = Hash(Algorithms.HashOf(signature.Algorithm), octets, hash);
        if (FindKey(keys, signature.Algorithm, hash[..length], signature.Value) is not { } key)
        {
            return UnknownKey(keys, signature);
        }

        octets = canonicalizer.Write(element, node, signature.ReferencePrefixes);
        length = Hash(signature.Digest, octets, hash);
        return CryptographicOperations.FixedTimeEquals(hash[..length], signature.DigestValue)
            ? new SignedElement(element, key)
            : new SamlFault(
                SamlFaultCode.DigestMismatch,
                $"{element.LocalName} as it was signed, with digest {Convert.ToBase64String(signature.DigestValue)}",
                $"digest {Convert.ToBase64String(hash[..length])}");
    }

    /// <summary>The key, among those that fit the algorithm, that made the signature.</summary>
    public static VerificationKey? FindKey(
        IReadOnlyList<VerificationKey> keys, SignatureAlgorithm algorithm, ReadOnlySpan<byte> hash, ReadOnlySpan<byte> signature)
    {
        for (var i = 0; i < keys.Count && i < MostKeys; i++)
        {
            if (keys[i].CanVerify(algorithm) && keys[i].Verify(algorithm, hash, signature))
            {
                return keys[i];
            }
        }

        return null;
    }

    public static int Hash(HashAlgorithmName algorithm, ReadOnlySpan<byte> octets, Span<byte> hash) => algorithm.Name switch
    {
        "SHA256" => SHA256.HashData(octets, hash),
        "SHA384" => SHA384.HashData(octets, hash),
        "SHA512" => SHA512.HashData(octets, hash),
        _ => throw new UnreachableException("The allow list has three digests."),
    };

    private static SamlFault UnknownKey(IReadOnlyList<VerificationKey> keys, XmlSignature signature)
    {
        var expected = keys.Count == 0 ? "a trusted key; there is none" : $"a signature by {string.Join(" or ", keys)}";
        if (signature.EmbeddedCertificate?.Text() is { } text && VerificationKey.Read(text) is { Ok: true, Value: var embedded }
            && !keys.Contains(embedded))
        {
            return new SamlFault(SamlFaultCode.UnknownKey, expected, $"one that names {embedded}");
        }

        return new SamlFault(
            SamlFaultCode.WrongSignature, expected, $"another, with {Algorithms.NameOf(signature.Algorithm)}");
    }
}
