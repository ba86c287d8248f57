using Keyline.Devices.Sites;
using Keyline.Identity.Access;
using Keyline.Identity.Groups;
using Keyline.Identity.Roles;
using Keyline.Portal.Design;
using Keyline.Portal.Frame;
using Keyline.Portal.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Keyline.Portal.Roles;

/// <summary>Which groups have which roles, and what people have beside them.</summary>
internal static class MappingsEndpoints
{
    private const string All = "/t/{tenant}/console/roles";

    public static void MapMappings(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(All + "/mappings", ListAsync).WithMetadata(AccessRule.Has(Permissions.RolesRead));
        routes.MapGet(All + "/mappings/{id:guid}/remove", AskAsync).WithMetadata(AccessRule.Has(Permissions.RolesGrant));
        routes.MapPost(All + "/mappings/{id:guid}/remove", RemoveAsync).WithMetadata(AccessRule.Has(Permissions.RolesGrant));
        routes.MapGet(All + "/by-hand", ListDriftAsync).WithMetadata(AccessRule.Has(Permissions.RolesRead));
    }

    // A tenant has a thousand mappings at most: they are read at once, and shown a page at a time.
    private static async Task<IResult> ListAsync(
        HttpContext context, ListQuery query, IRoleStore store, IGroupStore groups, ISiteStore sites, CancellationToken ct)
    {
        var around = context.Surroundings();
        var tenant = context.Tenant().Id;
        var rows = await MappingRow.ReadAsync(tenant, (await store.ListMappingsAsync(tenant, ct)).OrderBy(mapping => mapping.Id), groups, ct);
        var found = rows.Where(row => Holds(row, query.Text) && (query.After is not { } after || row.Mapping.Id.Value.CompareTo(after) > 0)).ToList();
        var page = found.Take(ListQuery.PageSize).ToList();
        var last = found.Count > page.Count ? page[^1].Mapping.Id.Value : (Guid?)null;
        return Page.Of<MappingsPage>(around, new MappingsModel(
            query.Text, page, await SiteNames.ReadAsync(sites, tenant, ct), query.Paging(around.Paths.InConsole("roles/mappings"), last),
            context.SignedIn().Access.Has(Permissions.RolesGrant)));
    }

    private static async Task<IResult> AskAsync(
        HttpContext context, Guid id, IRoleStore store, IGroupStore groups, ISiteStore sites, CancellationToken ct) =>
        await FindAsync(context, id, store, groups, sites, ct) is { } model
            ? Answers.Confirm(context, ConsoleArea.Roles, model)
            : Answers.NotFound(context);

    private static async Task<IResult> RemoveAsync(
        HttpContext context, Guid id, IRoleStore store, IGroupStore groups, ISiteStore sites, RemoveMapping remove, CancellationToken ct)
    {
        if (await FindAsync(context, id, store, groups, sites, ct) is not { } model)
        {
            return Answers.NotFound(context);
        }

        var done = await remove.RemoveAsync(context.Actor(), new MappingId(id), ct);
        if (!done.Ok)
        {
            return Answers.Refused(context, ConsoleArea.Roles, model, done.Fault.Detail);
        }

        context.Flash(FlashCode.RoleTakenBack);
        return TypedResults.LocalRedirect(model.CancelHref);
    }

    private static async Task<IResult> ListDriftAsync(HttpContext context, ListQuery query, ListDrift drift, ISiteStore sites, CancellationToken ct)
    {
        var around = context.Surroundings();
        var all = (await drift.ListAsync(context.Tenant().Id, ct)).Where(entry => Holds(entry, query.Text)).ToList();
        var start = query.After is { } after ? all.FindIndex(entry => entry.Grant.Id.Value == after) + 1 : 0;
        var page = all.Skip(start).Take(ListQuery.PageSize).ToList();
        var last = all.Count > start + page.Count ? page[^1].Grant.Id.Value : (Guid?)null;
        return Page.Of<DriftPage>(around, new DriftModel(
            query.Text, page, await SiteNames.ReadAsync(sites, context.Tenant().Id, ct), query.Paging(around.Paths.InConsole("roles/by-hand"), last),
            context.SignedIn().Access.Has(Permissions.RolesGrant)));
    }

    private static async Task<ConfirmModel?> FindAsync(
        HttpContext context, Guid id, IRoleStore store, IGroupStore groups, ISiteStore sites, CancellationToken ct)
    {
        var tenant = context.Tenant().Id;
        if ((await store.ListMappingsAsync(tenant, ct)).FirstOrDefault(mapping => mapping.Id.Value == id) is not { } mapping)
        {
            return null;
        }

        var group = await groups.FindAsync(tenant, mapping.GroupId, ct);
        var where = (await SiteNames.ReadAsync(sites, tenant, ct)).Of(mapping.SiteId);
        var list = new TenantPaths(context.Tenant().Slug.Value).InConsole("roles/mappings");
        return new ConfirmModel
        {
            Title = "Remove a mapping",
            Question = $"Take the role '{mapping.Role}' ({where}) from the group '{group?.Name ?? "that is gone"}'?",
            Consequences = ["Whoever has the role only by this group loses it at once.", "Nobody is signed out; what they may do changes."],
            Verb = "Remove the mapping",
            Action = $"{list}/{id}/remove",
            CancelHref = list,
        };
    }

    private static bool Holds(MappingRow row, string text) => row.Mapping.Role.Contains(text, StringComparison.OrdinalIgnoreCase)
        || row.Group?.Name.Contains(text, StringComparison.OrdinalIgnoreCase) == true;

    private static bool Holds(Drift drift, string text) => drift.Grant.Role.Contains(text, StringComparison.OrdinalIgnoreCase)
        || drift.Grant.Reason.Contains(text, StringComparison.OrdinalIgnoreCase)
        || drift.Person.DisplayName.Contains(text, StringComparison.OrdinalIgnoreCase)
        || drift.Person.UserName.Contains(text, StringComparison.OrdinalIgnoreCase);
}
