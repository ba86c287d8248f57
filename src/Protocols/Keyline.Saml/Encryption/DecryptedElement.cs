using Keyline.Saml.Reading;

namespace Keyline.Saml.Encryption;

/// <summary>An element that was encrypted. Encryption proves nothing: anybody can encrypt for us.</summary>
/// <param name="Element">The element; its parent is the one that held the encrypted data.</param>
/// <param name="IsMalleable">Whether the cipher lets others change what it hides.</param>
internal sealed record DecryptedElement(XmlElement Element, bool IsMalleable);
