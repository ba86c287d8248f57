using Keyline.Identity.Clock;
using Keyline.Identity.Roles;
using Keyline.Identity.Settings;
using Keyline.Portal.Requests;
using Keyline.Server.Human.Admin.Shape;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Keyline.Server.Human.Admin.Settings;

/// <summary>Settings, and the clocks that the tolerance is about.</summary>
internal static class SettingsApi
{
    public static void MapSettingsApi(this IEndpointRouteBuilder routes)
    {
        var settings = routes.MapApi("settings");
        settings.MapGet("", ReadAsync).For(Permissions.SettingsChange, "What the tenant has chosen about signing in.");
        settings.MapPut("", ChangeAsync).For(Permissions.SettingsChange, "Replaces the settings as a whole.");
        routes.MapApi("clocks").MapGet("", ClocksAsync).For(Permissions.ConnectionsRead, "This server's clock and each IdP's, and what needs attention.");
    }

    private static async Task<Ok<SettingsJson>> ReadAsync(HttpContext context, ISettingsStore store, CancellationToken ct) =>
        TypedResults.Ok(SettingsJson.Of(await store.GetAsync(context.Tenant().Id, ct)));

    private static async Task<Results<Ok<SettingsJson>, ProblemHttpResult>> ChangeAsync(
        HttpContext context, SettingsJson body, ChangeSettings change, CancellationToken ct)
    {
        var changed = await change.ChangeAsync(context.Actor(), body.To(context.Tenant().Id), ct);
        return changed.Ok ? TypedResults.Ok(SettingsJson.Of(changed.Value)) : SettingsJson.Problem(changed.Fault);
    }

    private static async Task<Ok<ClocksJson>> ClocksAsync(HttpContext context, ReadClocks clocks, CancellationToken ct) =>
        TypedResults.Ok(ClocksJson.Of(await clocks.ReadAsync(context.Tenant().Id, ct)));
}
