using Keyline.Secrets;

namespace Keyline.Identity.Authenticators.Totp;

/// <summary>What a person puts into an authenticator app.</summary>
/// <param name="Uri">The address for a QR code.</param>
/// <param name="Secret">The same secret for typing, in Base32.</param>
public sealed record TotpOffer(SecretText Uri, SecretText Secret);
