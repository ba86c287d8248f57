using Keyline.Identity.Authenticators.Passkeys;
using Keyline.Identity.People;
using Keyline.Server.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Keyline.Server.Human.Passkeys;

/// <summary>
/// WebAuthn by the framework's handler. The relying party and the one origin come from the public origin in the settings, never
/// from a request; user verification is required; frames are refused. Attestation is not asked for.
/// </summary>
internal sealed class WebAuthnVerifier : IPasskeyVerifier
{
    private readonly IOptions<IdentityPasskeyOptions> _options;
    private readonly IServiceProvider _services;
    private readonly string _origin;

    public WebAuthnVerifier(KeylineOptions options, IServiceProvider services)
    {
        var origin = new Uri(options.PublicOrigin);
        _origin = origin.GetLeftPart(UriPartial.Authority);
        _services = services;
        _options = Options.Create(new IdentityPasskeyOptions
        {
            ServerDomain = origin.Host,
            AuthenticatorTimeout = PasskeyCeremony.Lifetime,
            ChallengeSize = 32,
            UserVerificationRequirement = "required",
            ResidentKeyRequirement = "preferred",
            AttestationConveyancePreference = "none",
            ValidateOrigin = context => ValueTask.FromResult(!context.CrossOrigin && context.Origin == _origin),
        });
    }

    public async Task<PasskeyChallenge> BeginRegistrationAsync(Person person, IReadOnlyList<Passkey> existing, CancellationToken ct)
    {
        var owner = new PasskeyOwner(person, existing);
        using var store = new PasskeyOwnerStore(owner);
        using var users = Users(store);
        var entity = new PasskeyUserEntity { Id = owner.Id, Name = person.UserName, DisplayName = person.DisplayName };
        var made = await Handler(users).MakeCreationOptionsAsync(entity, new DefaultHttpContext());
        return new PasskeyChallenge(made.CreationOptionsJson, State(made.AttestationState));
    }

    public async Task<Result<VerifiedPasskey, PasskeyFault>> VerifyRegistrationAsync(
        Person person, string state, string credentialJson, CancellationToken ct)
    {
        using var store = new PasskeyOwnerStore(new PasskeyOwner(person, []));
        using var users = Users(store);
        var result = await Handler(users).PerformAttestationAsync(
            new PasskeyAttestationContext { HttpContext = new DefaultHttpContext(), CredentialJson = credentialJson, AttestationState = state });
        return result is { Succeeded: true, Passkey: { } passkey }
            ? new VerifiedPasskey
            {
                CredentialId = passkey.CredentialId,
                PublicKey = passkey.PublicKey,
                SignCount = passkey.SignCount,
                Transports = Transports(passkey.Transports),
                BackupEligible = passkey.IsBackupEligible,
                BackedUp = passkey.IsBackedUp,
            }
            : Fault(result.Failure);
    }

    public async Task<PasskeyChallenge> BeginAssertionAsync(Person person, IReadOnlyList<Passkey> existing, CancellationToken ct)
    {
        var owner = new PasskeyOwner(person, existing);
        using var store = new PasskeyOwnerStore(owner);
        using var users = Users(store);
        var made = await Handler(users).MakeRequestOptionsAsync(owner, new DefaultHttpContext());
        return new PasskeyChallenge(made.RequestOptionsJson, State(made.AssertionState));
    }

    public async Task<Result<VerifiedAssertion, PasskeyFault>> VerifyAssertionAsync(
        Person person, IReadOnlyList<Passkey> existing, string state, string credentialJson, CancellationToken ct)
    {
        using var store = new PasskeyOwnerStore(new PasskeyOwner(person, existing));
        using var users = Users(store);
        var result = await Handler(users).PerformAssertionAsync(
            new PasskeyAssertionContext { HttpContext = new DefaultHttpContext(), CredentialJson = credentialJson, AssertionState = state });
        return result is { Succeeded: true, Passkey: { } passkey }
            ? new VerifiedAssertion(passkey.CredentialId, passkey.SignCount, passkey.IsBackedUp)
            : Fault(result.Failure);
    }

    private static string State(string? state) =>
        state ?? throw new InvalidOperationException("The framework's passkey handler made options without a state.");

    private static PasskeyFault Fault(PasskeyException? failure)
    {
        var detail = failure?.Message ?? "no reason was given";
        return new PasskeyFault(PasskeyFaultCode.NotVerified, detail.Length <= 300 ? detail : detail[..300]);
    }

    // What the browser says of transports only ever goes back to the browser; it is bounded all the same.
    private static string[] Transports(string[]? transports) =>
        [.. (transports ?? []).Where(name => name.Length <= 20 && name.All(c => char.IsAsciiLetterLower(c) || c == '-')).Take(8)];

    private PasskeyHandler<PasskeyOwner> Handler(UserManager<PasskeyOwner> users) => new(users, _options);

    private UserManager<PasskeyOwner> Users(PasskeyOwnerStore store) => new(
        store, Options.Create(new IdentityOptions()), new PasswordHasher<PasskeyOwner>(), [], [],
        new UpperInvariantLookupNormalizer(), new IdentityErrorDescriber(), _services, NullLogger<UserManager<PasskeyOwner>>.Instance);
}
