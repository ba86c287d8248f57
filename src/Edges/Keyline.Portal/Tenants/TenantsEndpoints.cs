using Keyline.Identity.Access;
using Keyline.Identity.Roles;
using Keyline.Identity.Tenants;
using Keyline.Portal.Design;
using Keyline.Portal.Frame;
using Keyline.Portal.Requests;
using Keyline.Tenancy;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Keyline.Portal.Tenants;

/// <summary>The operator's tenants. The permissions for it exist at the operator's own tenant only.</summary>
internal static class TenantsEndpoints
{
    private const string All = "/t/{tenant}/console/tenants";
    private const string One = All + "/{id:guid}";

    public static void MapTenants(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(All, ListAsync).WithMetadata(AccessRule.Has(Permissions.TenantsRead));
        routes.MapGet(One, ShowAsync).WithMetadata(AccessRule.Has(Permissions.TenantsRead));
        routes.MapGet(All + "/new", AskNew).WithMetadata(AccessRule.Has(Permissions.TenantsManage));
        routes.MapPost(All + "/new", CreateAsync).WithMetadata(AccessRule.Has(Permissions.TenantsManage));
        routes.MapPost(One + "/name", RenameAsync).WithMetadata(AccessRule.Has(Permissions.TenantsManage));
        routes.MapGet(One + "/plan", AskPlanAsync).WithMetadata(AccessRule.Has(Permissions.TenantsManage));
        routes.MapPost(One + "/plan", ChangePlanAsync).WithMetadata(AccessRule.Has(Permissions.TenantsManage));
    }

    private static async Task<IResult> ListAsync(HttpContext context, ListQuery query, ITenantStore tenants, CancellationToken ct)
    {
        var around = context.Surroundings();
        TenantId? after = query.After is { } id ? new TenantId(id) : null;
        var found = await tenants.SearchAsync(query.Text, after, ListQuery.PageSize + 1, ct);
        var page = found.Take(ListQuery.PageSize).ToList();
        var last = found.Count > page.Count ? page[^1].Id.Value : (Guid?)null;
        return Page.Of<TenantsPage>(around, new TenantsModel(
            query.Text, page, query.Paging(around.Paths.InConsole("tenants"), last), MayManage(context)));
    }

    private static async Task<IResult> ShowAsync(HttpContext context, Guid id, ITenantStore tenants, CancellationToken ct) =>
        await tenants.FindAsync(new TenantId(id), ct) is { } tenant
            ? Page.Of<TenantPage>(context.Surroundings(), new TenantFormModel(tenant, MayManage(context)) { Name = tenant.Name })
            : Answers.NotFound(context);

    private static Microsoft.AspNetCore.Http.HttpResults.RazorComponentResult<TenantPage> AskNew(HttpContext context) =>
        Page.Of<TenantPage>(context.Surroundings(), new TenantFormModel(null, true));

    private static async Task<IResult> CreateAsync(HttpContext context, PostedForm form, CreateTenant create, CancellationToken ct)
    {
        var made = await create.CreateAsync(
            context.Actor(), form.Text("slug"), form.Text("name"), TenantFormModel.Read(form.Text("plan")), ct);
        if (made.Ok)
        {
            return Back(context, made.Value.Id, FlashCode.TenantCreated);
        }

        var model = new TenantFormModel(null, true) { Name = form.Text("name"), Slug = form.Text("slug"), Plan = form.Text("plan") };
        return Page.Of<TenantPage>(context.Surroundings().With(made.Fault.Detail), model, Answers.StatusOf(made.Fault.Detail));
    }

    private static async Task<IResult> RenameAsync(
        HttpContext context, Guid id, PostedForm form, ITenantStore tenants, ChangeTenant change, CancellationToken ct)
    {
        if (await tenants.FindAsync(new TenantId(id), ct) is not { } tenant)
        {
            return Answers.NotFound(context);
        }

        var done = await change.RenameAsync(context.Actor(), tenant.Id, form.Text("name"), ct);
        return done.Ok
            ? Back(context, tenant.Id, FlashCode.Saved)
            : Page.Of<TenantPage>(context.Surroundings().With(done.Fault.Detail),
                new TenantFormModel(tenant, true) { Name = form.Text("name") }, Answers.StatusOf(done.Fault.Detail));
    }

    private static async Task<IResult> AskPlanAsync(HttpContext context, Guid id, string? plan, ITenantStore tenants, CancellationToken ct) =>
        await tenants.FindAsync(new TenantId(id), ct) is { } tenant && Enum.IsDefined(TenantFormModel.Read(plan ?? ""))
            ? Answers.Confirm(context, ConsoleArea.Tenants, PlanChange(context, tenant, TenantFormModel.Read(plan ?? "")))
            : Answers.NotFound(context);

    private static async Task<IResult> ChangePlanAsync(
        HttpContext context, Guid id, PostedForm form, ITenantStore tenants, ChangeTenant change, CancellationToken ct)
    {
        var plan = TenantFormModel.Read(form.Text("plan"));
        if (await tenants.FindAsync(new TenantId(id), ct) is not { } tenant || !Enum.IsDefined(plan))
        {
            return Answers.NotFound(context);
        }

        var done = await change.ChangePlanAsync(context.Actor(), tenant.Id, plan, ct);
        return done.Ok
            ? Back(context, tenant.Id, FlashCode.Saved)
            : Answers.Refused(context, ConsoleArea.Tenants, PlanChange(context, tenant, plan), done.Fault.Detail);
    }

    private static ConfirmModel PlanChange(HttpContext context, Tenant tenant, Plan plan) => new()
    {
        Title = $"Change the plan of {tenant.Name}",
        Question = $"Change the plan from {tenant.Plan} to {plan}?",
        Consequences = tenant.IncludesSso && !(tenant with { Plan = plan }).IncludesSso
            ? ["Its people can't sign in at their identity provider any more, only locally.", "Its connections and domains stay, and work again with a plan that includes them."]
            : ["It counts at once."],
        Verb = "Change the plan",
        Action = PathOf(context, tenant.Id) + "/plan",
        CancelHref = PathOf(context, tenant.Id),
        Values = new Dictionary<string, string> { ["plan"] = plan.ToString() },
    };

    private static bool MayManage(HttpContext context) => context.SignedIn().Access.Has(Permissions.TenantsManage);

    private static string PathOf(HttpContext context, TenantId id) => new TenantPaths(context.Tenant().Slug.Value).InConsole($"tenants/{id}");

    private static Microsoft.AspNetCore.Http.HttpResults.RedirectHttpResult Back(HttpContext context, TenantId id, FlashCode code)
    {
        context.Flash(code);
        return TypedResults.LocalRedirect(PathOf(context, id));
    }
}
