using Keyline.Identity.Authenticators.Passkeys;
using Keyline.Journal;
using Keyline.Server.Human.Passkeys;

namespace Keyline.Server.Human.Local;

/// <summary>Wiring of what lets people in without an IdP, at this edge.</summary>
internal static class LocalRegistration
{
    public static IServiceCollection AddLocalSignIn(this IServiceCollection services) => services
        .AddSingleton<IPasskeyVerifier, WebAuthnVerifier>()
        .AddSingleton<OutboxSignal>()
        .AddSingleton<IChangeListener>(provider => provider.GetRequiredService<OutboxSignal>())
        .AddSingleton<LocalCookies>()
        .AddSingleton<LocalAnswers>()
        .AddScoped<SecurityPages>();

    public static void MapLocal(this IEndpointRouteBuilder routes)
    {
        routes.MapLocalSignIn();
        routes.MapCredentialLinks();
        routes.MapCredentialLinkApi();
        routes.MapAccountSecurity();
        routes.MapSecurityQuestions();
    }
}
