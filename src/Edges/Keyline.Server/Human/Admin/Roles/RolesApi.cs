using Keyline.Identity.Roles;
using Keyline.Portal.Requests;
using Keyline.Server.Human.Admin.Shape;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Keyline.Server.Human.Admin.Roles;

/// <summary>Roles: what they permit; those of the tenant's own can be made and changed.</summary>
internal static class RolesApi
{
    public static void MapRolesApi(this IEndpointRouteBuilder routes)
    {
        var roles = routes.MapApi("roles");
        roles.MapGet("", ListAsync).For(Permissions.RolesRead, "All roles, built-in ones too.");
        roles.MapPost("", CreateAsync).For(Permissions.RolesGrant, "Makes a role of permissions that you hold yourself.");
        roles.MapPut("{name}", ChangeAsync).For(Permissions.RolesGrant, "Changes a role of the tenant's own.");
        roles.MapDelete("{name}", DeleteAsync).For(Permissions.RolesGrant, "Deletes a role that nobody has.");
    }

    private static async Task<Ok<Page<RoleJson>>> ListAsync(HttpContext context, RoleCatalogue catalogue, CancellationToken ct) =>
        TypedResults.Ok(new Page<RoleJson>([.. (await catalogue.ReadAsync(context.Tenant(), ct)).Values.OrderBy(role => role.Name, StringComparer.Ordinal).Select(RoleJson.Of)], null));

    private static async Task<Results<Created<RoleJson>, ProblemHttpResult>> CreateAsync(
        HttpContext context, NewRoleBody body, CreateRole create, CancellationToken ct)
    {
        var made = await create.CreateAsync(context.Actor(), body.Name, new RoleDraft(body.Description, body.Permissions, body.PerSite), ct);
        return made.Ok
            ? TypedResults.Created($"/t/{context.Tenant().Slug}/api/roles/{made.Value.Name}", RoleJson.Of(made.Value))
            : RoleFaults.Problem(made.Fault);
    }

    private static async Task<Results<Ok<RoleJson>, ProblemHttpResult>> ChangeAsync(
        HttpContext context, string name, RoleBody body, ChangeRole change, CancellationToken ct)
    {
        var changed = await change.ChangeAsync(context.Actor(), name, new RoleDraft(body.Description, body.Permissions, body.PerSite), ct);
        return changed.Ok ? TypedResults.Ok(RoleJson.Of(changed.Value)) : RoleFaults.Problem(changed.Fault);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(
        HttpContext context, string name, ChangeRole change, CancellationToken ct) =>
        await change.DeleteAsync(context.Actor(), name, ct) is { Ok: false, Fault: var fault } ? RoleFaults.Problem(fault) : TypedResults.NoContent();
}
