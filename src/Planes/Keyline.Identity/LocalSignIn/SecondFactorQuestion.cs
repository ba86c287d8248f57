namespace Keyline.Identity.LocalSignIn;

/// <summary>Which second proofs can be given.</summary>
/// <param name="PasskeyOptions">The options for the browser; null when the account has no passkey.</param>
/// <param name="HasTotp">Whether the account has an authenticator app.</param>
/// <param name="HasRecoveryCodes">Whether recovery codes are left.</param>
public sealed record SecondFactorQuestion(string? PasskeyOptions, bool HasTotp, bool HasRecoveryCodes);
