using Keyline.Portal.Assets;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Keyline.Portal;

public static class PortalRegistration
{
    /// <summary>What rendering the portal's pages needs. Forms need no token: the host refuses what comes from other origins.</summary>
    public static IServiceCollection AddKeylinePortal(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddHttpContextAccessor();
        services.TryAddSingleton(TimeProvider.System);
        return services;
    }

    /// <summary>Maps the portal's own addresses on the human listener.</summary>
    public static void MapKeylinePortal(this IEndpointRouteBuilder routes) => routes.MapAssets();
}
