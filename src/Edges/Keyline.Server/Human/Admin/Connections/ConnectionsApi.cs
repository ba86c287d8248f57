using Keyline.Identity.Federation;
using Keyline.Identity.Roles;
using Keyline.Portal.Requests;
using Keyline.Server.Human.Admin.Shape;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Keyline.Server.Human.Admin.Connections;

/// <summary>Connections: what there is. They are made and changed where they can be tested: in the console or with a set-up link.</summary>
internal static class ConnectionsApi
{
    public static void MapConnectionsApi(this IEndpointRouteBuilder routes)
    {
        var connections = routes.MapApi("connections");
        connections.MapGet("", ListAsync).For(Permissions.ConnectionsRead, "All connections.");
        connections.MapGet("{slug}", ShowAsync).For(Permissions.ConnectionsRead, "One connection.");
    }

    private static async Task<Ok<Page<ConnectionJson>>> ListAsync(HttpContext context, IConnectionStore connections, CancellationToken ct) =>
        TypedResults.Ok(new Page<ConnectionJson>(
            [.. (await connections.ListAsync(context.Tenant().Id, ct)).Select(ConnectionJson.Of)], null));

    private static async Task<Results<Ok<ConnectionJson>, ProblemHttpResult>> ShowAsync(
        HttpContext context, string slug, IConnectionStore connections, CancellationToken ct) =>
        slug.Length <= Connection.MaxSlugLength && await connections.FindAsync(context.Tenant().Id, slug, ct) is { } connection
            ? TypedResults.Ok(ConnectionJson.Of(connection))
            : ApiProblem.NotFound;
}
