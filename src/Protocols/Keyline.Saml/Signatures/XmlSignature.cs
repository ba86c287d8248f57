using System.Security.Cryptography;
using Keyline.Saml.Reading;

namespace Keyline.Saml.Signatures;

/// <summary>An enveloped signature as SAML's profile of it allows (Core 5.4): read strictly, not yet verified.</summary>
internal sealed record XmlSignature
{
    private const int LongestPrefixList = 256;

    public required XmlElement Element { get; init; }

    public required XmlElement SignedInfo { get; init; }

    public required IReadOnlyList<string> SignedInfoPrefixes { get; init; }

    public required SignatureAlgorithm Algorithm { get; init; }

    public required byte[] Value { get; init; }

    public required HashAlgorithmName Digest { get; init; }

    public required byte[] DigestValue { get; init; }

    public required IReadOnlyList<string> ReferencePrefixes { get; init; }

    /// <summary>The certificate that the message carries. It explains refusals and decides nothing.</summary>
    public XmlElement? EmbeddedCertificate { get; init; }

    public static Result<XmlSignature, SamlFault> Read(XmlElement signature, XmlElement signed)
    {
        var info = signature.FirstElement;
        var value = info?.NextElement;
        if (info?.Is(Names.Signature, "SignedInfo") != true || value?.Is(Names.Signature, "SignatureValue") != true)
        {
            return Malformed("SignedInfo, then SignatureValue", info);
        }

        // Core 5.4.5: no ds:Object; nothing but KeyInfo may follow.
        var keyInfo = value.NextElement;
        if (keyInfo is not null && (!keyInfo.Is(Names.Signature, "KeyInfo") || keyInfo.NextElement is not null))
        {
            return Malformed("nothing but KeyInfo after SignatureValue", keyInfo);
        }

        var canonicalization = info.FirstElement;
        var method = canonicalization?.NextElement;
        var reference = method?.NextElement;
        if (canonicalization?.Is(Names.Signature, "CanonicalizationMethod") != true
            || method?.Is(Names.Signature, "SignatureMethod") != true || reference?.Is(Names.Signature, "Reference") != true)
        {
            return Malformed("CanonicalizationMethod, SignatureMethod and Reference", info);
        }

        if (reference.NextElement is not null)
        {
            return new SamlFault(SamlFaultCode.WrongReference, "exactly one Reference", "several");
        }

        if (!TryExclusive(canonicalization, out var prefixes, out var fault) || !TryMethod(method, out var algorithm, out fault)
            || !TryReference(reference, signed, out var part, out fault))
        {
            return fault!; // Set whenever one of them returns false.
        }

        return value.TryText(out var text) && Base64Text.TryDecode(text.Span, out var bytes)
            ? new XmlSignature
            {
                Element = signature,
                SignedInfo = info,
                SignedInfoPrefixes = prefixes,
                Algorithm = algorithm,
                Value = bytes,
                Digest = part.Digest,
                DigestValue = part.Value,
                ReferencePrefixes = part.Prefixes,
                EmbeddedCertificate = keyInfo?.Child(Names.Signature, "X509Data")?.Child(Names.Signature, "X509Certificate"),
            }
            : Malformed("SignatureValue in Base64", value);
    }

    private static bool TryReference(XmlElement reference, XmlElement signed, out Part part, out SamlFault? fault)
    {
        part = default;
        if (!IsReferenceTo(reference, signed, out fault))
        {
            return false;
        }

        var transforms = reference.FirstElement;
        var method = transforms?.NextElement;
        var value = method?.NextElement;
        if (transforms?.Is(Names.Signature, "Transforms") != true || method?.Is(Names.Signature, "DigestMethod") != true
            || value?.Is(Names.Signature, "DigestValue") != true || value.NextElement is not null)
        {
            fault = Malformed("Transforms, DigestMethod and DigestValue", reference);
            return false;
        }

        if (!TryTransforms(transforms, out var prefixes, out fault))
        {
            return false;
        }

        var name = method.Attribute("Algorithm") ?? "";
        if (!Algorithms.TryParseDigest(name, out var digest))
        {
            fault = new SamlFault(SamlFaultCode.ForbiddenAlgorithm, Algorithms.DigestNames, name);
            return false;
        }

        if (!value.TryText(out var text) || !Base64Text.TryDecode(text.Span, out var bytes))
        {
            fault = Malformed("DigestValue in Base64", value);
            return false;
        }

        part = new Part(digest, bytes, prefixes);
        return true;
    }

    // Core 5.4.2: the reference is the ID of the element that the signature stands in.
    private static bool IsReferenceTo(XmlElement reference, XmlElement signed, out SamlFault? fault)
    {
        fault = null;
        if (signed.TryFind("ID", out var id) && id.Length > 0 && reference.TryFind("URI", out var uri)
            && uri.Length == id.Length + 1 && uri.Span[0] == '#' && uri.Span[1..].SequenceEqual(id.Span))
        {
            return true;
        }

        fault = new SamlFault(
            SamlFaultCode.WrongReference, $"URI=\"#{signed.Attribute("ID")}\"", $"URI=\"{reference.Attribute("URI") ?? "(none)"}\"");
        return false;
    }

    // Core 5.4.4: enveloped signature and exclusive canonicalization, and no others. Without the second, inclusive would be meant.
    private static bool TryTransforms(XmlElement transforms, out IReadOnlyList<string> prefixes, out SamlFault? fault)
    {
        prefixes = [];
        var first = transforms.FirstElement;
        var second = first?.NextElement;
        if (first?.Is(Names.Signature, "Transform") != true || second?.Is(Names.Signature, "Transform") != true
            || second.NextElement is not null || first.Attribute("Algorithm") != Algorithms.Enveloped || first.FirstElement is not null)
        {
            fault = new SamlFault(
                SamlFaultCode.ForbiddenTransform, "the enveloped-signature transform, then exclusive canonicalization", List(transforms));
            return false;
        }

        return TryExclusive(second, out prefixes, out fault);
    }

    private static bool TryExclusive(XmlElement method, out IReadOnlyList<string> prefixes, out SamlFault? fault)
    {
        prefixes = [];
        var name = method.Attribute("Algorithm");
        if (name != Algorithms.ExclusiveC14N)
        {
            fault = new SamlFault(SamlFaultCode.ForbiddenTransform, Algorithms.ExclusiveC14N, name ?? "none");
            return false;
        }

        fault = null;
        if (method.FirstElement is not { } parameter)
        {
            return true;
        }

        if (!parameter.Is(Names.ExclusiveC14N, "InclusiveNamespaces") || parameter.NextElement is not null
            || parameter.Attribute("PrefixList") is not { Length: <= LongestPrefixList } list)
        {
            fault = new SamlFault(
                SamlFaultCode.ForbiddenTransform, $"InclusiveNamespaces with a PrefixList of at most {LongestPrefixList} characters",
                parameter.FullName);
            return false;
        }

        prefixes = list.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(prefix => prefix == "#default" ? "" : prefix)
            .Distinct(StringComparer.Ordinal).ToArray();
        return true;
    }

    private static bool TryMethod(XmlElement method, out SignatureAlgorithm algorithm, out SamlFault? fault)
    {
        fault = null;
        var name = method.Attribute("Algorithm") ?? "";
        if (Algorithms.TryParseSignature(name, out algorithm) && method.FirstElement is null)
        {
            return true;
        }

        fault = new SamlFault(SamlFaultCode.ForbiddenAlgorithm, Algorithms.SignatureNames, name);
        return false;
    }

    private static string List(XmlElement transforms)
    {
        var names = new List<string>();
        for (var child = transforms.FirstElement; child is not null; child = child.NextElement)
        {
            names.Add(child.Attribute("Algorithm") ?? child.LocalName);
        }

        return names.Count == 0 ? "none" : string.Join(", ", names);
    }

    private static SamlFault Malformed(string expected, XmlElement? came) =>
        new(SamlFaultCode.MalformedSignature, expected, came?.LocalName ?? "nothing");

    private readonly record struct Part(HashAlgorithmName Digest, byte[] Value, IReadOnlyList<string> Prefixes);
}
