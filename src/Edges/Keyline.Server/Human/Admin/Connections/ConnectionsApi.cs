using Keyline.Identity.Federation;
using Keyline.Identity.Federation.Managing;
using Keyline.Identity.Federation.Oidc;
using Keyline.Identity.Roles;
using Keyline.Portal.Requests;
using Keyline.Server.Human.Admin.Shape;
using Keyline.Server.Human.Limits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Keyline.Server.Human.Admin.Connections;

/// <summary>Connections: make one from a preset, name the IdP, switch on and off, remove. Finer settings are the console's.</summary>
internal static class ConnectionsApi
{
    public static void MapConnectionsApi(this IEndpointRouteBuilder routes)
    {
        var connections = routes.MapApi("connections");
        connections.MapGet("", ListAsync).For(Permissions.ConnectionsRead, "All connections.");
        connections.MapPost("", CreateAsync).For(Permissions.ConnectionsChange, "Makes a connection from a preset; it may only be tested until it is switched on.");
        connections.MapGet("{slug}", ShowAsync).For(Permissions.ConnectionsRead, "One connection.");
        connections.MapPut("{slug}/metadata", ReadAsync)
            .For(Permissions.ConnectionsChange, "Reads the IdP's SAML metadata, given or from an address.").RequireRateLimiting(RateLimits.Expensive);
        connections.MapPut("{slug}/oidc", SetOidcAsync).For(Permissions.ConnectionsChange, "Names the issuer and our client there.");
        connections.MapPost("{slug}/enable", EnableAsync).For(Permissions.ConnectionsChange, "Switches a connection on, after a test that succeeded.");
        connections.MapPost("{slug}/disable", DisableAsync).For(Permissions.ConnectionsChange, "Switches a connection off.");
        connections.MapDelete("{slug}", RemoveAsync).For(Permissions.ConnectionsChange, "Removes a connection that is switched off.");
    }

    private static async Task<Ok<Page<ConnectionJson>>> ListAsync(HttpContext context, IConnectionStore connections, CancellationToken ct) =>
        TypedResults.Ok(new Page<ConnectionJson>(
            [.. (await connections.ListAsync(context.Tenant().Id, ct)).Select(ConnectionJson.Of)], null));

    private static async Task<Results<Ok<ConnectionJson>, ProblemHttpResult>> ShowAsync(
        HttpContext context, string slug, IConnectionStore connections, CancellationToken ct) =>
        await FindAsync(context, slug, connections, ct) is { } connection ? TypedResults.Ok(ConnectionJson.Of(connection)) : ApiProblem.NotFound;

    private static async Task<Results<Ok<ConnectionJson>, ProblemHttpResult>> CreateAsync(
        HttpContext context, NewConnectionBody body, CreateConnection create, CancellationToken ct)
    {
        var right = ConnectionRight.Of(context.Actor());
        return right.Ok
            ? ConnectionFaults.Answer(await create.CreateAsync(right.Value, body.Preset, body.Name, ct))
            : ConnectionFaults.Problem(right.Fault);
    }

    private static Task<Results<Ok<ConnectionJson>, ProblemHttpResult>> ReadAsync(
        HttpContext context, string slug, MetadataBody body, IConnectionStore connections, ReadSamlMetadata metadata, CancellationToken ct) =>
        ChangeAsync(context, slug, connections, (right, connection) => body.Xml is { } xml
            ? metadata.FromTextAsync(right, connection.Id, xml, body.EntityId, ct)
            : metadata.FromAddressAsync(right, connection.Id, body.Address, body.EntityId, ct), ct);

    private static Task<Results<Ok<ConnectionJson>, ProblemHttpResult>> SetOidcAsync(
        HttpContext context, string slug, OidcBody body, IConnectionStore connections, ChangeOidcSettings change, CancellationToken ct) =>
        ChangeAsync(context, slug, connections, (right, connection) => change.ChangeAsync(
            right, connection.Id, body.ToChange(connection.Settings as OidcConnectionSettings ?? new OidcConnectionSettings()), ct), ct);

    private static Task<Results<Ok<ConnectionJson>, ProblemHttpResult>> EnableAsync(
        HttpContext context, string slug, EnableBody body, IConnectionStore connections, EnableConnection enable, CancellationToken ct) =>
        ChangeAsync(context, slug, connections, (right, connection) => enable.EnableAsync(right, connection.Id, body.Untested, ct), ct);

    private static Task<Results<Ok<ConnectionJson>, ProblemHttpResult>> DisableAsync(
        HttpContext context, string slug, IConnectionStore connections, EnableConnection enable, CancellationToken ct) =>
        ChangeAsync(context, slug, connections, (right, connection) => enable.DisableAsync(right, connection.Id, ct), ct);

    private static Task<Results<Ok<ConnectionJson>, ProblemHttpResult>> RemoveAsync(
        HttpContext context, string slug, IConnectionStore connections, RemoveConnection remove, CancellationToken ct) =>
        ChangeAsync(context, slug, connections, (right, connection) => remove.RemoveAsync(right, connection.Id, ct), ct);

    private static async Task<Results<Ok<ConnectionJson>, ProblemHttpResult>> ChangeAsync(
        HttpContext context, string slug, IConnectionStore connections,
        Func<ConnectionRight, Connection, Task<Result<Connection, ConnectionFault>>> change, CancellationToken ct)
    {
        if (await FindAsync(context, slug, connections, ct) is not { } connection)
        {
            return ApiProblem.NotFound;
        }

        var right = ConnectionRight.Of(context.Actor());
        return right.Ok ? ConnectionFaults.Answer(await change(right.Value, connection)) : ConnectionFaults.Problem(right.Fault);
    }

    private static async Task<Connection?> FindAsync(HttpContext context, string slug, IConnectionStore connections, CancellationToken ct) =>
        slug.Length <= Connection.MaxSlugLength ? await connections.FindAsync(context.Tenant().Id, slug, ct) : null;
}
