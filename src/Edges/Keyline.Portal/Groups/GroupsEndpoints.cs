using Keyline.Devices.Sites;
using Keyline.Identity.Access;
using Keyline.Identity.Federation;
using Keyline.Identity.Groups;
using Keyline.Identity.Roles;
using Keyline.Portal.Design;
using Keyline.Portal.Frame;
using Keyline.Portal.Requests;
using Keyline.Portal.Roles;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Keyline.Portal.Groups;

/// <summary>Groups, who is in them, and what they give.</summary>
internal static class GroupsEndpoints
{
    private const string All = "/t/{tenant}/console/groups";

    public static void MapGroups(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(All, ListAsync).WithMetadata(AccessRule.Has(Permissions.PeopleRead));
        routes.MapGet(All + "/{id:guid}", ShowAsync).WithMetadata(AccessRule.Has(Permissions.PeopleRead));
        routes.MapGet(All + "/add", AskAsync).WithMetadata(AccessRule.Has(Permissions.RolesGrant));
        routes.MapPost(All + "/add", AddAsync).WithMetadata(AccessRule.Has(Permissions.RolesGrant));
        routes.MapPost(All + "/{id:guid}/mappings", MapAsync).WithMetadata(AccessRule.Has(Permissions.RolesGrant));
    }

    private static async Task<IResult> ListAsync(
        HttpContext context, ListQuery query, IGroupStore groups, IConnectionStore connections, CancellationToken ct)
    {
        var around = context.Surroundings();
        GroupId? after = query.After is { } id ? new GroupId(id) : null;
        var found = await groups.SearchAsync(context.Tenant().Id, query.Text, after, ListQuery.PageSize + 1, ct);
        var page = found.Take(ListQuery.PageSize).ToList();
        var last = found.Count > page.Count ? page[^1].Id.Value : (Guid?)null;
        return Page.Of<GroupsPage>(around, new GroupsModel(
            query.Text, page, (await connections.ListAsync(context.Tenant().Id, ct)).ToDictionary(connection => connection.Id),
            query.Paging(around.Paths.InConsole("groups"), last), context.SignedIn().Access.Has(Permissions.RolesGrant)));
    }

    private static async Task<IResult> ShowAsync(HttpContext context, Guid id, ListQuery query, GroupReader reader, CancellationToken ct) =>
        await reader.ReadAsync(context, id, query, ct) is { } model
            ? Page.Of<GroupPage>(context.Surroundings(), model)
            : Answers.NotFound(context);

    private static async Task<IResult> AskAsync(HttpContext context, IConnectionStore connections, CancellationToken ct) =>
        Page.Of<NewGroupPage>(context.Surroundings(), new NewGroupModel(await ChoicesAsync(context, connections, ct)));

    private static async Task<IResult> AddAsync(
        HttpContext context, PostedForm form, IConnectionStore connections, AddGroup add, CancellationToken ct)
    {
        var connection = new ConnectionId(form.Id("connection") ?? Guid.Empty);
        var added = await add.AddAsync(context.Actor(), connection, form.Text("key"), form.Text("name"), ct);
        if (added.Ok)
        {
            context.Flash(FlashCode.Added);
            return TypedResults.LocalRedirect(new TenantPaths(context.Tenant().Slug.Value).InConsole($"groups/{added.Value.Id}"));
        }

        var model = new NewGroupModel(await ChoicesAsync(context, connections, ct), form.Text("connection"), form.Text("key"), form.Text("name"));
        return Page.Of<NewGroupPage>(context.Surroundings().With(added.Fault.Detail), model, Answers.StatusOf(added.Fault.Detail));
    }

    private static async Task<IResult> MapAsync(
        HttpContext context, Guid id, PostedForm form, GroupReader reader, ISiteStore sites, AddMapping add, CancellationToken ct)
    {
        var refusal = "there is no such site; choose one of the list";
        if (RoleChoices.TryRead(form, await SiteNames.ReadAsync(sites, context.Tenant().Id, ct), out var scope))
        {
            var added = await add.AddAsync(context.Actor(), new GroupId(id), form.Text("role"), scope, ct);
            if (added.Ok)
            {
                context.Flash(FlashCode.RoleGiven);
                return TypedResults.LocalRedirect(new TenantPaths(context.Tenant().Slug.Value).InConsole($"groups/{id}"));
            }

            refusal = added.Fault.Detail;
        }

        return await reader.ReadAsync(context, id, new ListQuery("", null), ct) is { } model
            ? Page.Of<GroupPage>(context.Surroundings().With(refusal), model, Answers.StatusOf(refusal))
            : Answers.NotFound(context);
    }

    private static async Task<IReadOnlyList<Choice>> ChoicesAsync(HttpContext context, IConnectionStore connections, CancellationToken ct) =>
        [.. (await connections.ListAsync(context.Tenant().Id, ct)).Select(connection => new Choice(connection.Id.ToString(), connection.Name))];
}
