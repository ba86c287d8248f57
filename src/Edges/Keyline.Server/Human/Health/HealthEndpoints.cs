using Keyline.Identity.Access;
using Keyline.Server.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Keyline.Server.Human.Health;

/// <summary>Whether this node lives, and whether a load balancer should send people to it.</summary>
internal static class HealthEndpoints
{
    private static readonly AccessRule _open = AccessRule.Anonymous("load balancers ask it; it tells nothing but up or down");

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => TypedResults.Text("live")).WithMetadata(_open).DisableRateLimiting();
        routes.MapGet("/health/ready", Ready).WithMetadata(_open).DisableRateLimiting();
    }

    private static ContentHttpResult Ready(FeedState feed, KeylineOptions options) =>
        feed.Age <= TimeSpan.FromSeconds(options.FeedLimitSeconds)
            ? TypedResults.Text("ready")
            : TypedResults.Text("not ready: the change feed is too old", statusCode: StatusCodes.Status503ServiceUnavailable);
}
