using Keyline.Secrets;

namespace Keyline.Identity.SamlProvider.SignOn;

/// <summary>A request that waits, and the two secrets that go on with it.</summary>
/// <param name="Request">What is kept.</param>
/// <param name="State">The text in the address.</param>
/// <param name="Browser">The cookie of this browser.</param>
public sealed record StartedRequest(PendingRequest Request, SecretText State, SecretText Browser);
