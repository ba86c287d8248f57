using Keyline.Identity.Federation;
using Keyline.Secrets;

namespace Keyline.Identity.SignIn;

/// <summary>A sign-in that has begun: where the browser goes, and what its cookie must hold.</summary>
/// <param name="Step">Where the browser goes.</param>
/// <param name="Browser">What its cookie must hold when it comes back.</param>
public sealed record SignInStart(BrowserStep Step, SecretText Browser);
