using Keyline.Identity.Access;
using Keyline.Identity.Alerts;
using Keyline.Identity.Authenticators;
using Keyline.Identity.Changes;
using Keyline.Identity.Clock;
using Keyline.Identity.Domains;
using Keyline.Identity.Federation.Managing;
using Keyline.Identity.Groups;
using Keyline.Identity.People;
using Keyline.Identity.Roles;
using Keyline.Identity.Roles.Protection;
using Keyline.Identity.SamlProvider;
using Keyline.Identity.SamlProvider.Apps;
using Keyline.Identity.SamlProvider.Keys;
using Keyline.Identity.SamlProvider.Logout;
using Keyline.Identity.SamlProvider.Sessions;
using Keyline.Identity.SamlProvider.SignOn;
using Keyline.Identity.Sessions;
using Keyline.Identity.Settings;
using Keyline.Identity.SetupLinks;
using Keyline.Identity.SignIn;
using Keyline.Identity.Tenants;
using Keyline.Journal;
using Microsoft.Extensions.DependencyInjection;

namespace Keyline.Identity;

/// <summary>Wiring of the human plane.</summary>
public static class IdentityRegistration
{
    /// <summary>Registers the use cases. The ports are the storage's and the edges'.</summary>
    public static IServiceCollection AddKeylineIdentity(this IServiceCollection services)
    {
        services.AddSingleton<TenantIndex>();
        services.AddSingleton<SessionIndex>();
        services.AddSingleton<AccessIndex>();
        services.AddSingleton<IChangeListener>(provider => provider.GetRequiredService<TenantIndex>());
        services.AddSingleton<IChangeListener>(provider => provider.GetRequiredService<SessionIndex>());
        services.AddSingleton<IChangeListener>(provider => provider.GetRequiredService<AccessIndex>());
        services.AddSingleton<SessionCheck>();
        services.AddScoped<AccessReader>();
        services.AddScoped<StartSession>();
        services.AddScoped<EndSessions>();
        AddChanges(services);
        AddSamlProvider(services);
        services.AddAuthenticators();
        services.AddSignIn();
        services.AddManaging();
        return services;
    }

    private static void AddSamlProvider(IServiceCollection services)
    {
        services.AddScoped<ProviderKeys>();
        services.AddScoped<DescribeProvider>();
        services.AddScoped<ProviderRecorder>();
        services.AddScoped<ProviderHousekeeping>();
        services.AddScoped<RegisterSamlApp>();
        services.AddScoped<PendingRequests>();
        services.AddScoped<AppNames>();
        services.AddScoped<AppSessions>();
        services.AddScoped<ReceiveAuthnRequest>();
        services.AddScoped<IssueResponse>();
        services.AddScoped<ProviderEndings>();
        services.AddScoped<AnswerAuthnRequest>();
        services.AddScoped<LogoutRuns>();
        services.AddScoped<TellApps>();
        services.AddScoped<LeaveApps>();
        services.AddScoped<EndNamedSessions>();
        services.AddScoped<AnswerLogoutRequest>();
        services.AddScoped<ContinueLogout>();
        services.AddScoped<ReceiveLogout>();
    }

    private static void AddChanges(IServiceCollection services)
    {
        services.AddScoped<ChangeRecorder>();
        services.AddScoped<AdminWays>();
        services.AddScoped<AlertMail>();
        services.AddScoped<CreateTenant>();
        services.AddScoped<ChangeTenant>();
        services.AddScoped<EnsureOperator>();
        services.AddSingleton<DomainRules>();
        services.AddScoped<ChallengeCheck>();
        services.AddScoped<ClaimDomain>();
        services.AddScoped<VerifyDomain>();
        services.AddScoped<AssignDomain>();
        services.AddScoped<RemoveDomain>();
        services.AddScoped<CheckDomains>();
        AddRoles(services);
        AddPeople(services);
        AddSetupLinks(services);
    }

    private static void AddRoles(IServiceCollection services)
    {
        services.AddScoped<RoleCatalogue>();
        services.AddScoped<CreateRole>();
        services.AddScoped<ChangeRole>();
        services.AddScoped<AddGroup>();
        services.AddScoped<ChangeMembers>();
        services.AddScoped<AddMapping>();
        services.AddScoped<RemoveMapping>();
        services.AddScoped<GrantRole>();
        services.AddScoped<RevokeGrant>();
        services.AddScoped<ListDrift>();
        services.AddScoped<WhyRoles>();
    }

    private static void AddPeople(IServiceCollection services)
    {
        services.AddScoped<ChangeSettings>();
        services.AddScoped<ShowPeople>();
        services.AddScoped<DeactivatePerson>();
        services.AddScoped<ReactivatePerson>();
        services.AddScoped<InviteByLink>();
        services.AddScoped<AllowLocalSignIn>();
        services.AddScoped<InviteByMail>();
        services.AddScoped<AddPerson>();
        services.AddSingleton<OwnClock>();
        services.AddSingleton<ProviderClocks>();
        services.AddScoped<ReadClocks>();
        services.AddScoped<ClockRemark>();
    }

    private static void AddSetupLinks(IServiceCollection services)
    {
        services.AddScoped<CreateSetupLink>();
        services.AddScoped<RevokeSetupLink>();
        services.AddScoped<OpenSetupLink>();
        services.AddScoped<SetupDomain>();
        services.AddScoped<SetupConnection>();
        services.AddScoped<FinishSetup>();
    }
}
