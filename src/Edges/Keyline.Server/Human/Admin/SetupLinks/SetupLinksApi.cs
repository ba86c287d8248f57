using Keyline.Identity.Federation;
using Keyline.Identity.Roles;
using Keyline.Identity.SetupLinks;
using Keyline.Portal.Requests;
using Keyline.Server.Human.Admin.Shape;
using Keyline.Server.Human.Setup;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Keyline.Server.Human.Admin.SetupLinks;

/// <summary>Links with which a customer's IT staff set up their own connection and domains.</summary>
internal static class SetupLinksApi
{
    public static void MapSetupLinksApi(this IEndpointRouteBuilder routes)
    {
        var links = routes.MapApi("setup-links");
        links.MapGet("", ListAsync).For(Permissions.ConnectionsChange, "Set-up links with their state, the newest first.");
        links.MapPost("", CreateAsync).For(Permissions.ConnectionsChange, "Makes a set-up link; its address is in this answer and never again.");
        links.MapDelete("{id:guid}", RevokeAsync).For(Permissions.ConnectionsChange, "Takes a set-up link back.");
    }

    private static async Task<Ok<Page<SetupLinkJson>>> ListAsync(
        HttpContext context, PageRequest page, ISetupLinkStore links, TimeProvider time, CancellationToken ct)
    {
        var before = page.After is { } id ? new SetupLinkId(id) : (SetupLinkId?)null;
        var found = await links.ListAsync(context.Tenant().Id, before, page.Limit + 1, ct);
        return TypedResults.Ok(page.Of(found, link => SetupLinkJson.Of(link, time.GetUtcNow()), link => link.Id.Value));
    }

    private static async Task<Results<Created<NewSetupLinkJson>, ProblemHttpResult>> CreateAsync(
        HttpContext context, NewSetupLinkBody body, CreateSetupLink create, PublicOrigin origin, TimeProvider time, CancellationToken ct)
    {
        var connection = body.ConnectionId is { } id ? new ConnectionId(id) : (ConnectionId?)null;
        var lifetime = body.LifetimeHours is { } hours ? TimeSpan.FromHours(Math.Clamp(hours, 0, 10_000)) : SetupLink.StandardLifetime;
        var made = await create.CreateAsync(context.Actor(), body.Label, lifetime, connection, ct);
        if (!made.Ok)
        {
            return SetupLinkJson.Problem(made.Fault);
        }

        var address = SetupPaths.Of(origin, context.Tenant().Slug, made.Value.Token);
        return TypedResults.Created((string?)null, new NewSetupLinkJson(SetupLinkJson.Of(made.Value.Link, time.GetUtcNow()), address));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RevokeAsync(
        HttpContext context, Guid id, RevokeSetupLink revoke, CancellationToken ct) =>
        await revoke.RevokeAsync(context.Actor(), new SetupLinkId(id), ct) is { Ok: false, Fault: var fault }
            ? SetupLinkJson.Problem(fault)
            : TypedResults.NoContent();
}
