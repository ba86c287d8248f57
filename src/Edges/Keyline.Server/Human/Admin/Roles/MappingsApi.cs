using Keyline.Devices.Sites;
using Keyline.Identity.Groups;
using Keyline.Identity.People;
using Keyline.Identity.Roles;
using Keyline.Portal.Requests;
using Keyline.Server.Human.Admin.Shape;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Keyline.Server.Human.Admin.Roles;

/// <summary>Who gets a role: groups by mapping, single people by hand.</summary>
internal static class MappingsApi
{
    public static void MapMappingsApi(this IEndpointRouteBuilder routes)
    {
        var mappings = routes.MapApi("mappings");
        mappings.MapGet("", ListAsync).For(Permissions.RolesRead, "All mappings of groups to roles.");
        mappings.MapPost("", AddAsync).For(Permissions.RolesGrant, "Maps a group to a role, in the whole tenant or at a site.");
        mappings.MapDelete("{id:guid}", RemoveAsync).For(Permissions.RolesGrant, "Takes a role back from a group.");
        var grants = routes.MapApi("grants");
        grants.MapGet("", DriftAsync).For(Permissions.RolesRead, "Drift: roles that people have by hand, until when and why.");
        grants.MapPost("", GrantAsync).For(Permissions.RolesGrant, "Gives a role to one person by hand, for up to 90 days.");
        grants.MapDelete("{id:guid}", RevokeAsync).For(Permissions.RolesGrant, "Takes back what was given by hand.");
    }

    private static async Task<Ok<Page<MappingJson>>> ListAsync(HttpContext context, IRoleStore roles, CancellationToken ct) =>
        TypedResults.Ok(new Page<MappingJson>([.. (await roles.ListMappingsAsync(context.Tenant().Id, ct)).Select(MappingJson.Of)], null));

    private static async Task<Results<Created<MappingJson>, ProblemHttpResult>> AddAsync(
        HttpContext context, NewMappingBody body, AddMapping add, ISiteStore sites, CancellationToken ct)
    {
        if (!await IsSiteAsync(context, sites, body.Site, ct))
        {
            return UnknownSite();
        }

        var added = await add.AddAsync(context.Actor(), new GroupId(body.Group), body.Role, SiteOf(body.Site), ct);
        return added.Ok
            ? TypedResults.Created($"/t/{context.Tenant().Slug}/api/mappings/{added.Value.Id}", MappingJson.Of(added.Value))
            : RoleFaults.Problem(added.Fault);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(
        HttpContext context, Guid id, RemoveMapping remove, CancellationToken ct) =>
        await remove.RemoveAsync(context.Actor(), new MappingId(id), ct) is { Ok: false, Fault: var fault }
            ? RoleFaults.Problem(fault)
            : TypedResults.NoContent();

    private static async Task<Ok<Page<GrantJson>>> DriftAsync(HttpContext context, ListDrift drift, CancellationToken ct) =>
        TypedResults.Ok(new Page<GrantJson>([.. (await drift.ListAsync(context.Tenant().Id, ct)).Select(found => GrantJson.Of(found.Grant))], null));

    private static async Task<Results<Created<GrantJson>, ProblemHttpResult>> GrantAsync(
        HttpContext context, NewGrantBody body, GrantRole grant, ISiteStore sites, CancellationToken ct)
    {
        if (!await IsSiteAsync(context, sites, body.Site, ct))
        {
            return UnknownSite();
        }

        var draft = new GrantDraft(body.Role, SiteOf(body.Site), body.Reason, body.ExpiresAt.ToUniversalTime());
        var given = await grant.GrantAsync(context.Actor(), new PersonId(body.Person), draft, ct);
        return given.Ok
            ? TypedResults.Created($"/t/{context.Tenant().Slug}/api/grants/{given.Value.Id}", GrantJson.Of(given.Value))
            : RoleFaults.Problem(given.Fault);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RevokeAsync(
        HttpContext context, Guid id, RevokeGrant revoke, CancellationToken ct) =>
        await revoke.RevokeAsync(context.Actor(), new DirectGrantId(id), ct) is { Ok: false, Fault: var fault }
            ? RoleFaults.Problem(fault)
            : TypedResults.NoContent();

    // Sites are the device plane's: only the edge can ask both.
    private static async Task<bool> IsSiteAsync(HttpContext context, ISiteStore sites, Guid? site, CancellationToken ct) =>
        site is not { } id || (await sites.ListAsync(context.Tenant().Id, ct)).Any(known => known.Id == new SiteId(id));

    private static SiteId? SiteOf(Guid? site) => site is { } id ? new SiteId(id) : null;

    private static ProblemHttpResult UnknownSite() => ApiProblem.Of(StatusCodes.Status404NotFound, "role/unknown-site", "there is no such site");
}
