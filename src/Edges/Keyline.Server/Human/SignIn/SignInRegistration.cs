using Keyline.Server.Human.Directory;
using Keyline.Server.Human.OpenId;
using Keyline.Server.Human.Saml;

namespace Keyline.Server.Human.SignIn;

/// <summary>Wiring of the sign-in's edge.</summary>
internal static class SignInRegistration
{
    public static IServiceCollection AddKeylineSignIn(this IServiceCollection services)
    {
        services.AddSingleton<BrowserCookie>();
        services.AddSingleton<LogoutCookie>();
        services.AddSingleton<SignInAnswers>();
        services.AddHostedService<SignInKeeper>();
        return services;
    }

    public static void MapKeylineSignIn(this IEndpointRouteBuilder routes)
    {
        routes.MapLogin();
        routes.MapLogout();
        routes.MapTests();
        routes.MapSaml();
        routes.MapOidc();
        routes.MapLdap();
    }
}
