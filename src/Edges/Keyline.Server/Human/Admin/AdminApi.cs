using Keyline.Server.Human.Admin.Audit;
using Keyline.Server.Human.Admin.Connections;
using Keyline.Server.Human.Admin.Description;
using Keyline.Server.Human.Admin.Domains;
using Keyline.Server.Human.Admin.People;
using Keyline.Server.Human.Admin.Roles;
using Keyline.Server.Human.Admin.Sessions;
using Keyline.Server.Human.Admin.Settings;
using Keyline.Server.Human.Admin.SetupLinks;
using Keyline.Server.Human.Admin.Shape;
using Keyline.Server.Human.Admin.Tenants;
using Keyline.Server.Human.Setup;

namespace Keyline.Server.Human.Admin;

/// <summary>The management API under <c>/t/{tenant}/api</c>, and its description.</summary>
internal static class AdminApi
{
    public static IServiceCollection AddAdminApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json => ApiJson.Configure(json.SerializerOptions));
        // What can't be read is refused with a problem like everything else.
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.AddSingleton<SetupCookie>();
        services.AddSingleton<OpenApiWriter>();
        return services;
    }

    public static void MapAdminApi(this IEndpointRouteBuilder routes)
    {
        routes.MapPeopleApi();
        routes.MapGroupsApi();
        routes.MapRolesApi();
        routes.MapMappingsApi();
        routes.MapDomainsApi();
        routes.MapConnectionsApi();
        routes.MapSessionsApi();
        routes.MapAuditApi();
        routes.MapSettingsApi();
        routes.MapSetupLinksApi();
        routes.MapTenantsApi();
        routes.MapOpenApi();
    }
}
