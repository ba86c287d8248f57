using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Keyline.Saml;
using Keyline.Saml.Reading;
using Keyline.Saml.Signatures;

namespace Keyline.Bench.Saml;

/// <summary>The parts of one check, each by itself, to see where the time goes.</summary>
internal static class Stages
{
    public static IEnumerable<(string Name, Action Work)> Of(SampleResponse sample)
    {
        var xml = Encoding.UTF8.GetBytes(sample.Xml);
        var parsed = XmlTree.Parse(xml, xml.Length, MessageLimits.Message);
        var root = parsed.Value?.Root ?? throw new InvalidOperationException(parsed.Fault?.Detail);
        var assertion = root.Child(Names.Assertion, "Assertion") ?? throw new InvalidOperationException();
        var canonical = xml.AsSpan(0, xml.Length * 3 / 4).ToArray();
        var rsa = SampleResponse.Certificate.GetRSAPublicKey() ?? throw new InvalidOperationException();
        using var secret = SampleResponse.Certificate.GetRSAPrivateKey() ?? throw new InvalidOperationException();
        var hash = SHA256.HashData(xml);
        var signature = secret.SignHash(hash, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return
        [
            ("decoding Base64", () => Base64Text.TryDecode(sample.Base64, out _, out _)),
            ("parsing", () => XmlTree.Parse(xml, xml.Length, MessageLimits.Message)),
            ("canonical form of response and assertion", () =>
            {
                using var canonicalizer = new Canonicalizer();
                canonicalizer.Write(root, SignatureVerifier.Find(root), []);
                canonicalizer.Write(assertion, SignatureVerifier.Find(assertion), []);
            }),
            ("SHA-256 of both", () =>
            {
                Span<byte> target = stackalloc byte[32];
                SHA256.HashData(xml, target);
                SHA256.HashData(canonical, target);
            }),
            ("RSA, twice", () =>
            {
                rsa.VerifyHash(hash, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
                rsa.VerifyHash(hash, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            }),
            ("everything", sample.Verify),
        ];
    }
}
