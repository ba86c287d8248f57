using Keyline.Identity.Federation;
using Keyline.Identity.Groups;
using Keyline.Identity.People;
using Keyline.Identity.Roles;
using Keyline.Portal.Requests;
using Keyline.Server.Human.Admin.Roles;
using Keyline.Server.Human.Admin.Shape;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Keyline.Server.Human.Admin.People;

/// <summary>Groups: those that people came with, and those named in advance.</summary>
internal static class GroupsApi
{
    public static void MapGroupsApi(this IEndpointRouteBuilder routes)
    {
        var groups = routes.MapApi("groups");
        groups.MapGet("", SearchAsync).For(Permissions.RolesRead, "Groups whose name or key holds a text.");
        groups.MapPost("", AddAsync).For(Permissions.RolesGrant, "Names a group before anybody has come with it, so that it can be mapped.");
        groups.MapGet("{id:guid}/members", MembersAsync).For(Permissions.PeopleRead, "Who is in a group, as far as they have signed in.");
    }

    private static async Task<Ok<Page<GroupJson>>> SearchAsync(HttpContext context, PageRequest page, IGroupStore groups, CancellationToken ct)
    {
        var after = page.After is { } id ? new GroupId(id) : (GroupId?)null;
        var found = await groups.SearchAsync(context.Tenant().Id, page.Text, after, page.Limit + 1, ct);
        return TypedResults.Ok(page.Of(found, GroupJson.Of, group => group.Id.Value));
    }

    private static async Task<Results<Created<GroupJson>, ProblemHttpResult>> AddAsync(
        HttpContext context, NewGroupBody body, AddGroup add, CancellationToken ct)
    {
        var added = await add.AddAsync(context.Actor(), new ConnectionId(body.ConnectionId), body.Key, body.Name, ct);
        return added.Ok
            ? TypedResults.Created($"/t/{context.Tenant().Slug}/api/groups/{added.Value.Id}/members", GroupJson.Of(added.Value))
            : RoleFaults.Problem(added.Fault);
    }

    private static async Task<Results<Ok<Page<Guid>>, ProblemHttpResult>> MembersAsync(
        HttpContext context, Guid id, PageRequest page, IGroupStore groups, CancellationToken ct)
    {
        var tenant = context.Tenant().Id;
        if (await groups.FindAsync(tenant, new GroupId(id), ct) is null)
        {
            return ApiProblem.NotFound;
        }

        var after = page.After is { } last ? new PersonId(last) : (PersonId?)null;
        var found = await groups.ListMembersAsync(tenant, new GroupId(id), after, page.Limit + 1, ct);
        return TypedResults.Ok(page.Of(found, member => member.Value, member => member.Value));
    }
}
