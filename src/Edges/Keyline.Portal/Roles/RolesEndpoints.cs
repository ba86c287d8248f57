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

/// <summary>The catalogue of roles, and one of them.</summary>
internal static class RolesEndpoints
{
    private const string All = "/t/{tenant}/console/roles";

    // A role's name may be any word: roles stand behind a word of their own, so that none hides a page.
    private const string One = All + "/named/{name}";

    public static void MapRoles(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(All, ListAsync).WithMetadata(AccessRule.Has(Permissions.RolesRead));
        routes.MapGet(One, ShowAsync).WithMetadata(AccessRule.Has(Permissions.RolesRead));
        routes.MapGet(All + "/new", AskNew).WithMetadata(AccessRule.Has(Permissions.RolesGrant));
        routes.MapPost(All + "/new", CreateAsync).WithMetadata(AccessRule.Has(Permissions.RolesGrant));
        routes.MapGet(One + "/change", AskChangeAsync).WithMetadata(AccessRule.Has(Permissions.RolesGrant));
        routes.MapPost(One + "/change", ChangeAsync).WithMetadata(AccessRule.Has(Permissions.RolesGrant));
        routes.MapGet(One + "/delete", AskDeleteAsync).WithMetadata(AccessRule.Has(Permissions.RolesGrant));
        routes.MapPost(One + "/delete", DeleteAsync).WithMetadata(AccessRule.Has(Permissions.RolesGrant));
        routes.MapMappings();
    }

    private static async Task<IResult> ListAsync(HttpContext context, ListQuery query, RoleCatalogue catalogue, IRoleStore store, CancellationToken ct)
    {
        var roles = (await catalogue.ReadAsync(context.Tenant(), ct)).Values.Where(role => Holds(role, query.Text));
        var mapped = (await store.ListMappingsAsync(context.Tenant().Id, ct)).CountBy(mapping => mapping.Role).ToDictionary(StringComparer.Ordinal);
        return Page.Of<RolesPage>(context.Surroundings(), new RolesModel(
            query.Text, [.. roles.OrderBy(role => role.BuiltIn).ThenBy(role => role.Name, StringComparer.Ordinal)], mapped, MayGrant(context)));
    }

    private static async Task<IResult> ShowAsync(
        HttpContext context, string name, RoleCatalogue catalogue, IRoleStore store, IGroupStore groups, ISiteStore sites, CancellationToken ct)
    {
        var tenant = context.Tenant();
        if (!(await catalogue.ReadAsync(tenant, ct)).TryGetValue(name, out var role))
        {
            return Answers.NotFound(context);
        }

        var mappings = (await store.ListMappingsAsync(tenant.Id, ct)).Where(mapping => mapping.Role == name);
        return Page.Of<RolePage>(context.Surroundings(), new RoleModel(
            role, await MappingRow.ReadAsync(tenant.Id, mappings, groups, ct), await SiteNames.ReadAsync(sites, tenant.Id, ct), MayGrant(context)));
    }

    private static Microsoft.AspNetCore.Http.HttpResults.RazorComponentResult<RoleFormPage> AskNew(HttpContext context) =>
        Page.Of<RoleFormPage>(context.Surroundings(), new RoleFormModel(null, "", new RoleDraft("", [], false)));

    private static async Task<IResult> CreateAsync(HttpContext context, PostedForm form, CreateRole create, CancellationToken ct)
    {
        var draft = RoleFormModel.Read(form);
        var made = await create.CreateAsync(context.Actor(), form.Text("name"), draft, ct);
        return made.Ok
            ? Back(context, made.Value.Name, FlashCode.Added)
            : Page.Of<RoleFormPage>(
                context.Surroundings().With(made.Fault.Detail), new RoleFormModel(null, form.Text("name"), draft), Answers.StatusOf(made.Fault.Detail));
    }

    private static async Task<IResult> AskChangeAsync(HttpContext context, string name, IRoleStore store, CancellationToken ct) =>
        await FindAsync(context, name, store, ct) is { } role
            ? Page.Of<RoleFormPage>(context.Surroundings(), new RoleFormModel(name, name, new RoleDraft(role.Description, role.Permissions, role.PerSite)))
            : Answers.NotFound(context);

    private static async Task<IResult> ChangeAsync(
        HttpContext context, string name, PostedForm form, IRoleStore store, ChangeRole change, CancellationToken ct)
    {
        if (await FindAsync(context, name, store, ct) is null)
        {
            return Answers.NotFound(context);
        }

        var draft = RoleFormModel.Read(form);
        var changed = await change.ChangeAsync(context.Actor(), name, draft, ct);
        return changed.Ok
            ? Back(context, name, FlashCode.Saved)
            : Page.Of<RoleFormPage>(
                context.Surroundings().With(changed.Fault.Detail), new RoleFormModel(name, name, draft), Answers.StatusOf(changed.Fault.Detail));
    }

    private static async Task<IResult> AskDeleteAsync(HttpContext context, string name, IRoleStore store, CancellationToken ct) =>
        await FindAsync(context, name, store, ct) is { } role
            ? Answers.Confirm(context, ConsoleArea.Roles, Deletion(context, role))
            : Answers.NotFound(context);

    private static async Task<IResult> DeleteAsync(HttpContext context, string name, IRoleStore store, ChangeRole change, CancellationToken ct)
    {
        if (await FindAsync(context, name, store, ct) is not { } role)
        {
            return Answers.NotFound(context);
        }

        var done = await change.DeleteAsync(context.Actor(), name, ct);
        return done.Ok
            ? Back(context, null, FlashCode.Removed)
            : Answers.Refused(context, ConsoleArea.Roles, Deletion(context, role), done.Fault.Detail);
    }

    private static ConfirmModel Deletion(HttpContext context, CustomRole role) => new()
    {
        Title = $"Delete {role.Name}",
        Question = $"Delete the role '{role.Name}'?",
        Consequences = ["It goes from the catalogue. A role that groups or people still have can't be deleted."],
        Verb = "Delete the role",
        Action = Paths(context).InConsole($"roles/named/{role.Name}/delete"),
        CancelHref = Paths(context).InConsole($"roles/named/{role.Name}"),
    };

    private static bool Holds(Role role, string text) => role.Name.Contains(text, StringComparison.OrdinalIgnoreCase)
        || role.Description.Contains(text, StringComparison.OrdinalIgnoreCase)
        || role.Permissions.Any(permission => permission.Contains(text, StringComparison.OrdinalIgnoreCase));

    private static bool MayGrant(HttpContext context) => context.SignedIn().Access.Has(Permissions.RolesGrant);

    private static async Task<CustomRole?> FindAsync(HttpContext context, string name, IRoleStore store, CancellationToken ct) =>
        (await store.ListCustomRolesAsync(context.Tenant().Id, ct)).FirstOrDefault(role => role.Name == name);

    private static TenantPaths Paths(HttpContext context) => new(context.Tenant().Slug.Value);

    private static Microsoft.AspNetCore.Http.HttpResults.RedirectHttpResult Back(HttpContext context, string? role, FlashCode code)
    {
        context.Flash(code);
        return TypedResults.LocalRedirect(Paths(context).InConsole(role is null ? "roles" : $"roles/named/{role}"));
    }
}
