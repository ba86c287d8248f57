using Keyline.Identity.Access;
using Keyline.Server.Human.Limits;

namespace Keyline.Server.Human.Admin.Shape;

/// <summary>What all addresses of the management API have in common.</summary>
internal static class ApiRoutes
{
    /// <summary>A part of the API, behind the session of a tenant.</summary>
    public static RouteGroupBuilder MapApi(this IEndpointRouteBuilder routes, string part) =>
        routes.MapGroup("/t/{tenant}/api/" + part).WithTags(part).RequireRateLimiting(RateLimits.Api);

    /// <summary>Who may call it, and what it does in a sentence.</summary>
    public static RouteHandlerBuilder For(this RouteHandlerBuilder endpoint, string permission, string summary) =>
        endpoint.WithMetadata(AccessRule.Has(permission)).WithSummary(summary);
}
