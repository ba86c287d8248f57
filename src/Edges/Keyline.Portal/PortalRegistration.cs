using Keyline.Portal.Account;
using Keyline.Portal.Assets;
using Keyline.Portal.Audit;
using Keyline.Portal.BreakGlass;
using Keyline.Portal.Connections;
using Keyline.Portal.Domains;
using Keyline.Portal.Groups;
using Keyline.Portal.Live;
using Keyline.Portal.Overview;
using Keyline.Portal.People;
using Keyline.Portal.Roles;
using Keyline.Portal.Sessions;
using Keyline.Portal.SetupLinks;
using Keyline.Portal.Tenants;
using Keyline.Portal.Tools;
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
        services.AddSingleton<LiveStreams>();
        services.AddSingleton<SignInHistory>();
        services.AddScoped<AttentionReader>();
        services.AddScoped<GroupReader>();
        services.AddScoped<DomainReader>();
        services.AddScoped<SsoReader>();
        services.AddScoped<ConnectionReader>();
        services.AddScoped<DomainAttention>();
        services.AddSingleton<ProviderAttention>();
        return services;
    }

    /// <summary>Maps the portal's pages on the human listener.</summary>
    public static void MapKeylinePortal(this IEndpointRouteBuilder routes)
    {
        routes.MapAssets();
        routes.MapLive();
        routes.MapOverview();
        routes.MapProfile();
        routes.MapMySessions();
        routes.MapBreakGlass();
        routes.MapPeople();
        routes.MapGroups();
        routes.MapRoles();
        routes.MapSessions();
        routes.MapAudit();
        routes.MapDomains();
        routes.MapSso();
        routes.MapTenants();
        routes.MapConnections();
        routes.MapSetupLinks();
        routes.MapSetupPages();
    }
}
