using Keyline.Secrets;

namespace Keyline.Identity.SignIn;

/// <summary>A sign-in that has begun and is committed.</summary>
/// <param name="Transaction">What is kept.</param>
/// <param name="State">The opaque text that goes to the IdP and back.</param>
/// <param name="Browser">What the browser's cookie must hold.</param>
public sealed record StartedSignIn(SignInTransaction Transaction, SecretText State, SecretText Browser);
