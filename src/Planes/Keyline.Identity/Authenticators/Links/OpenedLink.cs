using Keyline.Identity.Authenticators.Totp;
using Keyline.Identity.People;

namespace Keyline.Identity.Authenticators.Links;

/// <summary>What the page of a one-time link shows.</summary>
/// <param name="Link">The link.</param>
/// <param name="Person">Whose credentials are set.</param>
/// <param name="MinPasswordLength">How many characters the password must have.</param>
/// <param name="App">What goes into the authenticator app; null when none is set up.</param>
public sealed record OpenedLink(CredentialLink Link, Person Person, int MinPasswordLength, TotpOffer? App);
