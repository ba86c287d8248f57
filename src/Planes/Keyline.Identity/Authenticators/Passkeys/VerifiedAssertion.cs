namespace Keyline.Identity.Authenticators.Passkeys;

/// <summary>A use of a passkey that was verified in everything but the counter, which the plane judges.</summary>
/// <param name="CredentialId">Which credential signed.</param>
/// <param name="SignCount">The counter that came.</param>
/// <param name="BackedUp">Whether the credential is copied elsewhere now.</param>
public sealed record VerifiedAssertion(byte[] CredentialId, long SignCount, bool BackedUp);
