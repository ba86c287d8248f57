using Keyline.Identity.People;

namespace Keyline.Identity.Authenticators.Passkeys;

/// <summary>Port: speaks WebAuthn. It keeps nothing; relying party and origin come from the settings, never from a request.</summary>
public interface IPasskeyVerifier
{
    Task<PasskeyChallenge> BeginRegistrationAsync(Person person, IReadOnlyList<Passkey> existing, CancellationToken ct);

    Task<Result<VerifiedPasskey, PasskeyFault>> VerifyRegistrationAsync(
        Person person, string state, string credentialJson, CancellationToken ct);

    Task<PasskeyChallenge> BeginAssertionAsync(Person person, IReadOnlyList<Passkey> existing, CancellationToken ct);

    Task<Result<VerifiedAssertion, PasskeyFault>> VerifyAssertionAsync(
        Person person, IReadOnlyList<Passkey> existing, string state, string credentialJson, CancellationToken ct);
}
