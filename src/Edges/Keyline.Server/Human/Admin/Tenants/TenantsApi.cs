using Keyline.Identity.Roles;
using Keyline.Identity.Settings;
using Keyline.Identity.Tenants;
using Keyline.Portal.Requests;
using Keyline.Server.Human.Admin.Settings;
using Keyline.Server.Human.Admin.Shape;
using Keyline.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Keyline.Server.Human.Admin.Tenants;

/// <summary>All tenants: nobody but the operator's staff ever holds the permissions for it.</summary>
internal static class TenantsApi
{
    public static void MapTenantsApi(this IEndpointRouteBuilder routes)
    {
        var tenants = routes.MapApi("tenants");
        tenants.MapGet("", SearchAsync).For(Permissions.TenantsRead, "Tenants whose slug or name holds a text.");
        tenants.MapPost("", CreateAsync).For(Permissions.TenantsManage, "Makes a tenant.");
        tenants.MapGet("{slug}", ShowAsync).For(Permissions.TenantsRead, "One tenant.");
        tenants.MapPatch("{slug}", ChangeAsync).For(Permissions.TenantsManage, "Renames a tenant, or changes its plan.");
        tenants.MapGet("{slug}/settings", SettingsAsync).For(Permissions.TenantsManage, "A tenant's settings.");
        tenants.MapPut("{slug}/settings", ChangeSettingsAsync)
            .For(Permissions.TenantsManage, "Replaces a tenant's settings, switches that begin with Insecure too.");
    }

    private static async Task<Ok<Page<TenantJson>>> SearchAsync(PageRequest page, ITenantStore tenants, CancellationToken ct)
    {
        var after = page.After is { } id ? new TenantId(id) : (TenantId?)null;
        var found = await tenants.SearchAsync(page.Text, after, page.Limit + 1, ct);
        return TypedResults.Ok(page.Of(found, TenantJson.Of, tenant => tenant.Id.Value));
    }

    private static async Task<Results<Ok<TenantJson>, ProblemHttpResult>> ShowAsync(string slug, ITenantStore tenants, CancellationToken ct) =>
        await FindAsync(slug, tenants, ct) is { } tenant ? TypedResults.Ok(TenantJson.Of(tenant)) : ApiProblem.NotFound;

    private static async Task<Results<Created<TenantJson>, ProblemHttpResult>> CreateAsync(
        HttpContext context, NewTenantBody body, CreateTenant create, CancellationToken ct)
    {
        var made = await create.CreateAsync(context.Actor(), body.Slug, body.Name, body.Plan, ct);
        return made.Ok
            ? TypedResults.Created($"/t/{Tenant.OperatorSlug}/api/tenants/{made.Value.Slug}", TenantJson.Of(made.Value))
            : TenantJson.Problem(made.Fault);
    }

    private static async Task<Results<Ok<TenantJson>, ProblemHttpResult>> ChangeAsync(
        HttpContext context, string slug, TenantBody body, ChangeTenant change, ITenantStore tenants, CancellationToken ct)
    {
        if (await FindAsync(slug, tenants, ct) is not { } tenant)
        {
            return ApiProblem.NotFound;
        }

        Result<Tenant, TenantFault> changed = tenant;
        if (body.Plan is { } plan)
        {
            changed = await change.ChangePlanAsync(context.Actor(), tenant.Id, plan, ct);
        }

        if (changed.Ok && body.Name is { } name)
        {
            changed = await change.RenameAsync(context.Actor(), tenant.Id, name, ct);
        }

        return changed.Ok ? TypedResults.Ok(TenantJson.Of(changed.Value)) : TenantJson.Problem(changed.Fault);
    }

    private static async Task<Results<Ok<SettingsJson>, ProblemHttpResult>> SettingsAsync(
        string slug, ITenantStore tenants, ISettingsStore settings, CancellationToken ct) =>
        await FindAsync(slug, tenants, ct) is { } tenant
            ? TypedResults.Ok(SettingsJson.Of(await settings.GetAsync(tenant.Id, ct)))
            : ApiProblem.NotFound;

    private static async Task<Results<Ok<SettingsJson>, ProblemHttpResult>> ChangeSettingsAsync(
        HttpContext context, string slug, SettingsJson body, ChangeSettings change, ITenantStore tenants, CancellationToken ct)
    {
        if (await FindAsync(slug, tenants, ct) is not { } tenant || context.Actor().At(tenant) is not { } actor)
        {
            return ApiProblem.NotFound;
        }

        var changed = await change.ChangeAsync(actor, body.To(tenant.Id), ct);
        return changed.Ok ? TypedResults.Ok(SettingsJson.Of(changed.Value)) : SettingsJson.Problem(changed.Fault);
    }

    private static async Task<Tenant?> FindAsync(string slug, ITenantStore tenants, CancellationToken ct) =>
        TenantSlug.TryParse(slug, out var parsed) ? await tenants.FindAsync(parsed, ct) : null;
}
