using Keyline.Identity.Access;
using Keyline.Server.Human.Limits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Keyline.Server.Human.Admin.Description;

/// <summary>The description of the management API.</summary>
internal static class OpenApiEndpoint
{
    public static void MapOpenApi(this IEndpointRouteBuilder routes) => routes.MapGet("/openapi/v1.json", Describe)
        .WithMetadata(AccessRule.Anonymous("it describes the API, which is the same everywhere")).RequireRateLimiting(RateLimits.Anonymous);

    private static Utf8ContentHttpResult Describe(OpenApiWriter writer) => TypedResults.Text(writer.Document, "application/json");
}
