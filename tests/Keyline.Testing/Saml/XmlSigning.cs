using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Xml;

namespace Keyline.Testing.Saml;

/// <summary>Signs with the framework's own XML signatures, so that what is verified was not made by what verifies.</summary>
public static class XmlSigning
{
    /// <summary>Signs the document element and puts the signature after its first child, the Issuer.</summary>
    public static string Sign(string xml, X509Certificate2 certificate, Action<SignedXml>? change = null)
    {
        var document = new XmlDocument { PreserveWhitespace = true };
        document.LoadXml(xml);
        var root = document.DocumentElement!; // A document that was loaded has one.
        using var rsa = certificate.GetRSAPrivateKey();
        var signed = new SignedXml(document) { SigningKey = rsa };
        signed.SignedInfo!.CanonicalizationMethod = SignedXml.XmlDsigExcC14NTransformUrl; // Made by the constructor.
        signed.SignedInfo.SignatureMethod = SignedXml.XmlDsigRSASHA256Url;
        var reference = new Reference($"#{root.GetAttribute("ID")}") { DigestMethod = SignedXml.XmlDsigSHA256Url };
        reference.AddTransform(new XmlDsigEnvelopedSignatureTransform());
        reference.AddTransform(new XmlDsigExcC14NTransform());
        signed.AddReference(reference);
        signed.KeyInfo.AddClause(new KeyInfoX509Data(certificate));
        change?.Invoke(signed);
        signed.ComputeSignature();
        root.InsertAfter(document.ImportNode(signed.GetXml(), true), root.FirstChild);
        return document.OuterXml;
    }
}
