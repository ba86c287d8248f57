using Keyline.Devices.Sites;
using Keyline.Identity.Access;
using Keyline.Identity.People;
using Keyline.Identity.Roles;
using Keyline.Portal.Design;
using Keyline.Portal.Frame;
using Keyline.Portal.Requests;
using Keyline.Portal.Roles;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Keyline.Portal.People;

/// <summary>Roles given to one person by hand.</summary>
internal static class PersonRoles
{
    private const string Person = "/t/{tenant}/console/people/{id:guid}";
    private const int LongestDays = 90;

    public static void MapPersonRoles(this IEndpointRouteBuilder routes)
    {
        var grant = AccessRule.Has(Permissions.RolesGrant);
        routes.MapGet($"{Person}/grant", AskAsync).WithMetadata(grant);
        routes.MapPost($"{Person}/grant", GiveAsync).WithMetadata(grant);
        routes.MapGet($"{Person}/grants/{{grant:guid}}", AskBackAsync).WithMetadata(grant);
        routes.MapPost($"{Person}/grants/{{grant:guid}}", TakeBackAsync).WithMetadata(grant);
    }

    private static async Task<IResult> AskAsync(
        HttpContext context, Guid id, IPersonStore people, RoleCatalogue catalogue, ISiteStore sites, CancellationToken ct)
    {
        var tenant = context.Tenant();
        return await people.FindAsync(tenant.Id, new PersonId(id), ct) is { } person
            ? Page.Of<GrantPage>(context.Surroundings(), new GrantModel(
                person, RoleChoices.Of(await catalogue.ReadAsync(tenant, ct), await SiteNames.ReadAsync(sites, tenant.Id, ct))))
            : Answers.NotFound(context);
    }

    private static async Task<IResult> GiveAsync(
        HttpContext context, Guid id, PostedForm form, IPersonStore people, RoleCatalogue catalogue, ISiteStore sites, GrantRole grant,
        TimeProvider time, CancellationToken ct)
    {
        var tenant = context.Tenant();
        if (await people.FindAsync(tenant.Id, new PersonId(id), ct) is not { } person)
        {
            return Answers.NotFound(context);
        }

        var names = await SiteNames.ReadAsync(sites, tenant.Id, ct);
        var refusal = "there is no such site; choose one of the list";
        if (RoleChoices.TryRead(form, names, out var scope))
        {
            var days = Math.Clamp(form.Number("days") ?? 0, 0, LongestDays);
            var draft = new GrantDraft(form.Text("role"), scope, form.Text("reason"), time.GetUtcNow().AddDays(days));
            var given = await grant.GrantAsync(context.Actor(), person.Id, draft, ct);
            if (given.Ok)
            {
                context.Flash(FlashCode.RoleGiven);
                return TypedResults.LocalRedirect(PathOf(context, id));
            }

            refusal = given.Fault.Detail;
        }

        var model = new GrantModel(person, RoleChoices.Of(await catalogue.ReadAsync(tenant, ct), names))
        {
            Role = form.Text("role"),
            Scope = form.Text("scope"),
            Reason = form.Text("reason"),
            Days = form.Text("days"),
        };
        return Page.Of<GrantPage>(context.Surroundings().With(refusal), model, Answers.StatusOf(refusal));
    }

    private static async Task<IResult> AskBackAsync(HttpContext context, Guid id, Guid grant, IRoleStore roles, CancellationToken ct) =>
        await FindAsync(context, id, grant, roles, ct) is { } found
            ? Answers.Confirm(context, ConsoleArea.People, TakingBack(context, found))
            : Answers.NotFound(context);

    private static async Task<IResult> TakeBackAsync(
        HttpContext context, Guid id, Guid grant, IRoleStore roles, RevokeGrant revoke, CancellationToken ct)
    {
        if (await FindAsync(context, id, grant, roles, ct) is not { } found)
        {
            return Answers.NotFound(context);
        }

        var done = await revoke.RevokeAsync(context.Actor(), found.Id, ct);
        if (!done.Ok)
        {
            return Answers.Refused(context, ConsoleArea.People, TakingBack(context, found), done.Fault.Detail);
        }

        context.Flash(FlashCode.RoleTakenBack);
        return TypedResults.LocalRedirect(PathOf(context, id));
    }

    private static ConfirmModel TakingBack(HttpContext context, DirectGrant grant) => new()
    {
        Title = "Take a role back",
        Question = $"Take the role '{grant.Role}' back, which {grant.GrantedBy} gave for: {grant.Reason}",
        Consequences = ["It counts no more from this moment on.", "What the person has by their groups stays."],
        Verb = "Take it back",
        Action = PathOf(context, grant.PersonId.Value, $"/grants/{grant.Id}"),
        CancelHref = PathOf(context, grant.PersonId.Value),
    };

    private static async Task<DirectGrant?> FindAsync(HttpContext context, Guid person, Guid grant, IRoleStore roles, CancellationToken ct) =>
        (await roles.ListGrantsAsync(context.Tenant().Id, new PersonId(person), ct)).FirstOrDefault(found => found.Id.Value == grant);

    private static string PathOf(HttpContext context, Guid person, string more = "") =>
        new TenantPaths(context.Tenant().Slug.Value).InConsole($"people/{person}{more}");
}
