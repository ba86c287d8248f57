using Keyline.Secrets;

namespace Keyline.Identity.Authenticators.Account;

/// <summary>A second factor was set up.</summary>
/// <param name="RecoveryCodes">New recovery codes, shown this once; empty when the person has some already.</param>
public sealed record EnrolledFactor(IReadOnlyList<SecretText> RecoveryCodes);
