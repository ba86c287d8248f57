using System.Diagnostics;
using System.Text;
using Keyline.Saml.Reading;
using Keyline.Saml.Signatures;

namespace Keyline.Saml.Writing;

/// <summary>Signs an element of ours as Core 5.4 wants it: one reference to its ID, enveloped, exclusive canonicalization.</summary>
internal static class EnvelopedSigner
{
    private static readonly MessageLimits _ownLimits = MessageLimits.Metadata with { Attributes = 64 };

    /// <summary>Signs the document that <paramref name="write"/> makes around a signature.</summary>
    /// <param name="write">Writes the document with the given text where the signature belongs.</param>
    /// <param name="id">The document element's ID.</param>
    /// <param name="key">The key.</param>
    public static string Sign(Func<string, string> write, string id, CertifiedKey key)
    {
        var tree = XmlTree.Parse(write(""), _ownLimits);
        if (!tree.Ok)
        {
            throw new UnreachableException($"What we write must be readable: {tree.Fault.Detail}");
        }

        Span<byte> hash = stackalloc byte[64];
        using var canonicalizer = new Canonicalizer();
        var length = SignatureVerifier.Hash(
            Algorithms.HashOf(key.Algorithm), canonicalizer.Write(tree.Value.Root, null, []), hash);
        var info = SignedInfo(id, key.Algorithm, Convert.ToBase64String(hash[..length]));

        // This is its own canonical form, but for the declaration that the Signature around it makes.
        var canonical = $"<ds:SignedInfo xmlns:ds=\"{Names.Signature}\">{info}</ds:SignedInfo>";
        var value = Convert.ToBase64String(key.Sign(Encoding.UTF8.GetBytes(canonical)));
        return write(
            $"<ds:Signature xmlns:ds=\"{Names.Signature}\"><ds:SignedInfo>{info}</ds:SignedInfo>"
            + $"<ds:SignatureValue>{value}</ds:SignatureValue>{KeyInfo(key.PublicKey)}</ds:Signature>");
    }

    public static string KeyInfo(VerificationKey key) =>
        $"<ds:KeyInfo><ds:X509Data><ds:X509Certificate>{key.CertificateText()}</ds:X509Certificate></ds:X509Data></ds:KeyInfo>";

    private static string SignedInfo(string id, SignatureAlgorithm algorithm, string digest) =>
        Empty("CanonicalizationMethod", Algorithms.ExclusiveC14N)
        + Empty("SignatureMethod", Algorithms.NameOf(algorithm))
        + $"<ds:Reference URI=\"#{id}\"><ds:Transforms>{Empty("Transform", Algorithms.Enveloped)}"
        + $"{Empty("Transform", Algorithms.ExclusiveC14N)}</ds:Transforms>"
        + $"{Empty("DigestMethod", Algorithms.DigestNameOf(algorithm))}<ds:DigestValue>{digest}</ds:DigestValue></ds:Reference>";

    private static string Empty(string name, string algorithm) => $"<ds:{name} Algorithm=\"{algorithm}\"></ds:{name}>";
}
