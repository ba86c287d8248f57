using System.Security.Cryptography;
using System.Security.Cryptography.Xml;
using System.Text;
using System.Xml;

namespace Keyline.Bench.Saml;

/// <summary>The signatures alone, with the framework's SignedXml, as most .NET code does it.</summary>
internal static class StockCheck
{
    public static void Verify(SampleResponse sample, RSA key)
    {
        var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        document.LoadXml(Encoding.UTF8.GetString(Convert.FromBase64String(sample.Base64)));
        var signatures = document.GetElementsByTagName("Signature", SignedXml.XmlDsigNamespaceUrl);
        for (var i = 0; i < signatures.Count; i++)
        {
            var signature = (XmlElement?)signatures[i] ?? throw new InvalidOperationException();
            var signed = new ById((XmlElement?)signature.ParentNode ?? throw new InvalidOperationException());
            signed.LoadXml(signature);
            if (!signed.CheckSignature(key))
            {
                throw new InvalidOperationException("SignedXml refuses the sample.");
            }
        }
    }

    private sealed class ById(XmlElement element) : SignedXml(element)
    {
        private readonly XmlElement _element = element;

        public override XmlElement? GetIdElement(XmlDocument? document, string idValue) =>
            _element.GetAttribute("ID") == idValue ? _element : null;
    }
}
