using Keyline.Secrets;

namespace Keyline.Identity.SetupLinks;

/// <summary>A link that was just bound to a browser.</summary>
/// <param name="Session">What it opens.</param>
/// <param name="Browser">The secret for the browser's cookie.</param>
public sealed record BegunSetup(SetupSession Session, SecretText Browser);
