using Keyline.Secrets;

namespace Keyline.Identity.Authenticators;

/// <summary>A second proof as it was sent, not yet checked.</summary>
/// <param name="Kind">What it claims to be.</param>
/// <param name="Answer">The code that was typed, or the browser's answer for a passkey.</param>
public sealed record SecondFactorProof(SecondFactor Kind, SecretText Answer);
