using Keyline.Secrets;

namespace Keyline.Identity.SetupLinks;

/// <summary>A link that was just made.</summary>
/// <param name="Link">What is kept.</param>
/// <param name="Token">The secret in its address; it is shown once and kept nowhere.</param>
public sealed record NewSetupLink(SetupLink Link, SecretText Token);
