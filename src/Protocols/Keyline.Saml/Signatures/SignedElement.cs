using Keyline.Saml.Reading;

namespace Keyline.Saml.Signatures;

/// <summary>An element that a trusted key signed: the proof that <see cref="SignatureVerifier"/> alone gives.</summary>
internal sealed class SignedElement
{
    internal SignedElement(XmlElement element, VerificationKey key)
    {
        Element = element;
        Key = key;
    }

    public XmlElement Element { get; }

    public VerificationKey Key { get; }

    /// <summary>An element inside this one, which the same signature covers.</summary>
    public SignedElement? Within(XmlElement inner)
    {
        for (var element = inner; element is not null; element = element.Parent)
        {
            if (ReferenceEquals(element, Element))
            {
                return new SignedElement(inner, Key);
            }
        }

        return null;
    }
}
