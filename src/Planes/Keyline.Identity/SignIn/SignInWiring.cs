using Keyline.Identity.Federation;
using Keyline.Identity.Federation.Ldap;
using Keyline.Identity.Federation.Oidc;
using Keyline.Identity.Federation.Saml;
using Keyline.Identity.SignIn.Invitations;
using Keyline.Identity.SignIn.Testing;
using Keyline.Journal;
using Microsoft.Extensions.DependencyInjection;

namespace Keyline.Identity.SignIn;

/// <summary>Wiring of signing in, over all protocols.</summary>
internal static class SignInWiring
{
    public static void AddSignIn(this IServiceCollection services)
    {
        services.AddScoped<SignInTransactions>();
        services.AddScoped<SignInRecorder>();
        services.AddScoped<GroupPlanner>();
        services.AddScoped<PlanSignIn>();
        services.AddScoped<SignInWriter>();
        services.AddScoped<CompleteSignIn>();
        services.AddScoped<CompleteTest>();
        services.AddScoped<ReadTestResult>();
        services.AddScoped<SeenAttributes>();
        services.AddScoped<FinishSignIn>();
        services.AddScoped<InvitePerson>();
        services.AddScoped<RedeemInvitation>();
        services.AddScoped<FindConnection>();
        services.AddScoped<StartSignIn>();
        services.AddScoped<SignOut>();
        services.AddScoped<SamlSignOut>();
        services.AddScoped<OidcSignOut>();
        services.AddScoped<EndIdpSessions>();
        services.AddSingleton<SamlKeys>();
        services.AddSingleton<SamlMetadata>();
        services.AddScoped<RefreshSamlMetadata>();
        services.AddScoped<StartSamlSignIn>();
        services.AddScoped<VerifySamlResponse>();
        services.AddScoped<FinishSamlSignIn>();
        services.AddSingleton<OidcParty>();
        services.AddSingleton<OidcProviders>();
        services.AddSingleton<IChangeListener>(provider => provider.GetRequiredService<OidcProviders>());
        services.AddScoped<StartOidcSignIn>();
        services.AddScoped<OidcGroups>();
        services.AddScoped<RedeemOidcCode>();
        services.AddScoped<FinishOidcSignIn>();
        services.AddSingleton<LdapDirectory>();
        services.AddScoped<StartLdapSignIn>();
        services.AddScoped<AskDirectory>();
        services.AddScoped<FinishLdapSignIn>();
    }
}
