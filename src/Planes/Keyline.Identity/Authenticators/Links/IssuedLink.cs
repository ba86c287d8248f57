using Keyline.Secrets;

namespace Keyline.Identity.Authenticators.Links;

/// <summary>A link that was made. Its secret is shown once, to whoever hands it on.</summary>
/// <param name="Link">What is stored.</param>
/// <param name="Secret">The end of the address.</param>
public sealed record IssuedLink(CredentialLink Link, SecretText Secret);
