using System.Xml;
using Keyline.Testing.Saml;

namespace Keyline.Saml.Tests.Verification;

/// <summary>Takes a valid message apart, so that an attack can put it together otherwise.</summary>
internal sealed class Wrapping
{
    private const string SignatureNamespace = "http://www.w3.org/2000/09/xmldsig#";

    private Wrapping(SamlResponse response)
    {
        Document = new XmlDocument { PreserveWhitespace = true };
        Document.LoadXml(response.ToXml());
        Response = Document.DocumentElement!; // A document that was loaded has one.
        Assertion = Child(Response, "Assertion");
    }

    public XmlDocument Document { get; }

    public XmlElement Response { get; }

    public XmlElement Assertion { get; }

    /// <summary>An attack on a message of which the assertion alone is signed.</summary>
    public static SamlFaultCode? OnAssertion(Action<Wrapping> attack) => Run(SamlResponses.Valid() with { SignResponse = false }, attack);

    /// <summary>An attack on a message of which the response alone is signed.</summary>
    public static SamlFaultCode? OnResponse(Action<Wrapping> attack) => Run(SamlResponses.Valid() with { SignAssertion = false }, attack);

    /// <summary>An attack on a message with both signatures.</summary>
    public static SamlFaultCode? OnBoth(Action<Wrapping> attack) => Run(SamlResponses.Valid(), attack);

    public static XmlElement Child(XmlElement parent, string localName) =>
        parent.ChildNodes.OfType<XmlElement>().First(child => child.LocalName == localName);

    public static XmlElement Signature(XmlElement of) => Child(of, "Signature");

    /// <summary>A copy that names the administrator, under an ID of its own, unsigned.</summary>
    public XmlElement Evil(XmlElement original, string id = "_evil")
    {
        var evil = (XmlElement)original.CloneNode(true);
        foreach (var signature in evil.GetElementsByTagName("Signature", SignatureNamespace).Cast<XmlNode>().ToList())
        {
            signature.ParentNode?.RemoveChild(signature);
        }

        evil.SetAttribute("ID", id);
        foreach (var name in evil.GetElementsByTagName("saml:NameID").Cast<XmlNode>())
        {
            name.InnerText = "admin";
        }

        if (original == Response)
        {
            Child(evil, "Assertion").SetAttribute("ID", "_evilAssertion");
        }

        return evil;
    }

    public XmlElement Element(string name, string @namespace) => Document.CreateElement(name, @namespace);

    public XmlElement SignatureObject() => Element("ds:Object", SignatureNamespace);

    /// <summary>Puts the evil response in the place of the original one.</summary>
    public void ReplaceRoot(XmlElement evil) => Document.ReplaceChild(evil, Response);

    private static SamlFaultCode? Run(SamlResponse valid, Action<Wrapping> attack)
    {
        var wrapping = new Wrapping(valid);
        if (Verdicts.RefusalOfXml(wrapping.Document.OuterXml) is { } refusal)
        {
            throw new InvalidOperationException($"The message must be valid before the attack, and is {refusal}.");
        }

        attack(wrapping);
        return Verdicts.RefusalOfXml(wrapping.Document.OuterXml);
    }
}
