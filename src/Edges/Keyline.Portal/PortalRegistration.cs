using Keyline.Portal.Assets;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Keyline.Portal;

public static class PortalRegistration
{
    /// <summary>What rendering the portal's pages needs. The host adds antiforgery to its pipeline itself.</summary>
    public static IServiceCollection AddKeylinePortal(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "keyline-form";
            options.FormFieldName = "form-token";
        });
        services.AddHttpContextAccessor();
        services.TryAddSingleton(TimeProvider.System);
        return services;
    }

    /// <summary>Maps the portal's own addresses on the human listener.</summary>
    public static void MapKeylinePortal(this IEndpointRouteBuilder routes) => routes.MapAssets();
}
