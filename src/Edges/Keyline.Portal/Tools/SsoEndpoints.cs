using Keyline.Identity.Access;
using Keyline.Identity.Roles;
using Keyline.Identity.Settings;
using Keyline.Portal.Frame;
using Keyline.Portal.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Keyline.Portal.Tools;

/// <summary>Tools, SSO: how single sign-on stands, and its settings.</summary>
internal static class SsoEndpoints
{
    private const string Address = "/t/{tenant}/console/tools/sso";

    public static void MapSso(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Address, ShowAsync).WithMetadata(AccessRule.Has(Permissions.ConnectionsRead));
        routes.MapPost(Address, SaveAsync).WithMetadata(AccessRule.Has(Permissions.SettingsChange));
    }

    private static async Task<IResult> ShowAsync(
        HttpContext context, SsoReader reader, ISettingsStore settings, RoleCatalogue roles, CancellationToken ct)
    {
        var form = SettingsForm.Of(await settings.GetAsync(context.Tenant().Id, ct), await roles.ReadAsync(context.Tenant(), ct));
        return Page.Of<SsoPage>(context.Surroundings(), await reader.ReadAsync(context, form, ct));
    }

    private static async Task<IResult> SaveAsync(
        HttpContext context, PostedForm posted, SsoReader reader, ISettingsStore settings, RoleCatalogue roles, ChangeSettings change, CancellationToken ct)
    {
        var before = await settings.GetAsync(context.Tenant().Id, ct);
        var form = SettingsForm.Read(posted, before, await roles.ReadAsync(context.Tenant(), ct));
        var changed = await change.ChangeAsync(context.Actor(), form.Over(before), ct);
        if (changed.Ok)
        {
            context.Flash(FlashCode.Saved);
            return TypedResults.LocalRedirect(new TenantPaths(context.Tenant().Slug.Value).InConsole("tools/sso"));
        }

        var refusal = string.Join(' ', changed.Fault.All.Select(fault => Answers.Sentence(fault.Detail)));
        return Page.Of<SsoPage>(context.Surroundings().With(refusal), await reader.ReadAsync(context, form, ct), Answers.StatusOf(refusal));
    }
}
