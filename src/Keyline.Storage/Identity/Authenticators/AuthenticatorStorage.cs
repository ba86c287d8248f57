using Keyline.Identity.Authenticators.Devices;
using Keyline.Identity.Authenticators.Links;
using Keyline.Identity.Authenticators.Passkeys;
using Keyline.Identity.Authenticators.Passwords;
using Keyline.Identity.Authenticators.RecoveryCodes;
using Keyline.Identity.Authenticators.Throttling;
using Keyline.Identity.Authenticators.Totp;
using Keyline.Identity.BreakGlass;
using Keyline.Identity.BreakGlass.Evidence;
using Keyline.Identity.LocalSignIn;
using Keyline.Identity.Mail.Outbox;
using Keyline.Storage.Identity.BreakGlass;
using Microsoft.Extensions.DependencyInjection;

namespace Keyline.Storage.Identity.Authenticators;

/// <summary>Wiring of the authenticators' stores.</summary>
internal static class AuthenticatorStorage
{
    public static IServiceCollection AddAuthenticatorStores(this IServiceCollection services) => services
        .AddScoped<IPasswordStore, PasswordStore>()
        .AddScoped<ITotpStore, TotpStore>()
        .AddScoped<IRecoveryCodeStore, RecoveryCodeStore>()
        .AddScoped<IPasskeyStore, PasskeyStore>()
        .AddScoped<IKnownDeviceStore, KnownDeviceStore>()
        .AddScoped<ICredentialLinkStore, CredentialLinkStore>()
        .AddScoped<IThrottleStore, ThrottleStore>()
        .AddScoped<ILocalTransactionStore, LocalTransactionStore>()
        .AddScoped<IBreakGlassStore, BreakGlassStore>()
        .AddScoped<IEvidenceKeyStore, EvidenceKeyStore>()
        .AddScoped<IOutbox, Outbox>();
}
