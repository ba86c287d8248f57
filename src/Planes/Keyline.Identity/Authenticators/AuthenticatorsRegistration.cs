using Keyline.Identity.Authenticators.Account;
using Keyline.Identity.Authenticators.Devices;
using Keyline.Identity.Authenticators.Links;
using Keyline.Identity.Authenticators.Passkeys;
using Keyline.Identity.Authenticators.Passwords;
using Keyline.Identity.Authenticators.RecoveryCodes;
using Keyline.Identity.Authenticators.Throttling;
using Keyline.Identity.Authenticators.Totp;
using Keyline.Identity.BreakGlass;
using Keyline.Identity.BreakGlass.Drills;
using Keyline.Identity.BreakGlass.Evidence;
using Keyline.Identity.LocalSignIn;
using Keyline.Identity.Mail.Outbox;
using Keyline.Identity.Roles.Protection;
using Keyline.Journal;
using Microsoft.Extensions.DependencyInjection;

namespace Keyline.Identity.Authenticators;

/// <summary>Wiring of what lets people in without an IdP.</summary>
public static class AuthenticatorsRegistration
{
    internal static IServiceCollection AddAuthenticators(this IServiceCollection services)
    {
        services.AddSingleton<PasswordGate>();
        services.AddSingleton<PasswordHasher>();
        services.AddScoped<PasswordCheck>();
        services.AddScoped<Throttle>();
        services.AddScoped<TotpCheck>();
        services.AddScoped<RecoveryCodeSet>();
        services.AddScoped<PasskeyCeremonies>();
        services.AddScoped<FactorReader>();
        services.AddScoped<SecondFactorCheck>();
        services.AddScoped<SecondFactorGate>();
        services.AddScoped<DeviceRecognition>();
        services.AddScoped<MailWriter>();
        services.AddScoped<SendMail>();
        services.AddScoped<Housekeeping>();
        return services.AddLocalSignIn().AddAccount().AddBreakGlass();
    }

    private static IServiceCollection AddLocalSignIn(this IServiceCollection services) => services
        .AddScoped<LocalFactsReader>()
        .AddScoped<LocalTransactions>()
        .AddScoped<LocalSignInRecorder>()
        .AddScoped<LocalSignInEnding>()
        .AddScoped<LocalSignInProgress>()
        .AddScoped<BeginLocalSignIn>()
        .AddScoped<FinishLocalSignIn>();

    private static IServiceCollection AddAccount(this IServiceCollection services) => services
        .AddScoped<PasswordSetting>()
        .AddScoped<CredentialChange>()
        .AddScoped<MyAuthenticators>()
        .AddScoped<ChangePassword>()
        .AddScoped<TotpEnrolment>()
        .AddScoped<PasskeyEnrolment>()
        .AddScoped<RenewRecoveryCodes>()
        .AddScoped<IssueLink>()
        .AddScoped<ResetCredentials>()
        .AddScoped<LinkedFactors>()
        .AddScoped<UseLink>();

    private static IServiceCollection AddBreakGlass(this IServiceCollection services) => services
        .AddScoped<IEvidenceSigner, EvidenceSigner>()
        .AddScoped<BreakGlassUse>()
        .AddScoped<BreakGlassStatusReader>()
        .AddScoped<IBreakGlassWays, BreakGlassWays>()
        .AddScoped<BreakGlassGuard>()
        .AddScoped<ISsoRequirement>(provider => provider.GetRequiredService<BreakGlassGuard>())
        .AddScoped<BreakGlassRecorder>()
        .AddScoped<BreakGlassRemoval>()
        .AddScoped<SecondFactorRemoval>()
        .AddScoped<CreateBreakGlass>()
        .AddScoped<ChangeBreakGlass>()
        .AddScoped<StartDrill>();
}
