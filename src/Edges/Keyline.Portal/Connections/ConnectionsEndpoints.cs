using Keyline.Identity.Access;
using Keyline.Identity.Federation.Managing;
using Keyline.Identity.Federation.Presets;
using Keyline.Identity.Roles;
using Keyline.Identity.Tenants;
using Keyline.Portal.Frame;
using Keyline.Portal.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Keyline.Portal.Connections;

/// <summary>The console's list of connections, and the first step of a new one.</summary>
internal static class ConnectionsEndpoints
{
    private const string Root = "/t/{tenant}/console/connections";

    public static void MapConnections(this IEndpointRouteBuilder routes)
    {
        var read = AccessRule.Has(Permissions.ConnectionsRead);
        var change = AccessRule.Has(Permissions.ConnectionsChange);
        routes.MapGet(Root, ListAsync).WithMetadata(read);
        routes.MapGet(Root + "/new", Choose).WithMetadata(change);
        routes.MapGet(Root + "/new/{preset}", Name).WithMetadata(change);
        routes.MapPost(Root + "/new/{preset}", CreateAsync).WithMetadata(change);
        var one = routes.MapGroup(Root + "/{slug}");
        one.MapGet("", OverviewEndpoints.ShowAsync).WithMetadata(read);
        one.MapGet("options", OptionsEndpoints.Show).WithMetadata(change);
        one.MapPost("options", OptionsEndpoints.ChangeAsync).WithMetadata(change);
        one.MapPost("options/saml", OptionsEndpoints.ChangeSamlAsync).WithMetadata(change);
        one.MapGet("disable", OverviewEndpoints.AskDisable).WithMetadata(change);
        one.MapPost("disable", OverviewEndpoints.DisableAsync).WithMetadata(change);
        one.MapGet("remove", OverviewEndpoints.AskRemoveAsync).WithMetadata(change);
        one.MapPost("remove", OverviewEndpoints.RemoveAsync).WithMetadata(change);
        one.MapGet("difference", OverviewEndpoints.Difference).WithMetadata(change);
        one.MapPost("difference", OverviewEndpoints.DecideAsync).WithMetadata(change);
        one.MapGet("traces", TracesEndpoints.ListAsync).WithMetadata(AccessRule.Has(Permissions.AuditRead));
        one.MapGet("traces/{reference}", TracesEndpoints.ShowAsync).WithMetadata(AccessRule.Has(Permissions.AuditRead));
        one.MapGroup("").WithMetadata(change).MapSteps();
    }

    private static async Task<IResult> ListAsync(HttpContext context, ConnectionReader reader, CancellationToken ct) =>
        Page.Of<ConnectionsPage>(context.Surroundings(), new ConnectionsModel(
            await reader.ListAsync(context.Tenant(), ct), context.SignedIn().Access.Has(Permissions.ConnectionsChange),
            SsoPlan.Check(context.Tenant()).Fault?.Detail));

    private static RazorComponentResult<PresetsPage> Choose(HttpContext context)
    {
        var around = context.Surroundings();
        return Page.Of<PresetsPage>(new PresetsModel
        {
            Around = around,
            TenantName = around.TenantName,
            BackHref = around.Paths.InConsole("connections"),
            Cards = PresetsModel.CardsAt(around.Paths.InConsole("connections/new")),
        });
    }

    private static IResult Name(HttpContext context, string preset) => ConnectionPresets.Find(preset) is { } known
        ? NamePage(context, known, known.Name, null)
        : Answers.NotFound(context);

    private static async Task<IResult> CreateAsync(
        HttpContext context, string preset, PostedForm form, CreateConnection create, CancellationToken ct)
    {
        if (ConnectionPresets.Find(preset) is not { } known)
        {
            return Answers.NotFound(context);
        }

        var right = ConnectionRight.Of(context.Actor());
        var made = right.Ok ? await create.CreateAsync(right.Value, known.Key, form.Text("name"), ct) : right.Fault;
        return made.Ok
            ? TypedResults.LocalRedirect(DeskPaths.InConsole(new TenantPaths(context.Tenant().Slug.Value), made.Value).Values)
            : NamePage(context, known, form.Text("name"), made.Fault);
    }

    private static RazorComponentResult<NewConnectionPage> NamePage(HttpContext context, ConnectionPreset preset, string name, ConnectionFault? fault)
    {
        var around = context.Surroundings();
        return Page.Of<NewConnectionPage>(
            new NewConnectionModel
            {
                Around = around,
                TenantName = around.TenantName,
                BackHref = around.Paths.InConsole("connections/new"),
                Preset = preset,
                Action = around.Paths.InConsole($"connections/new/{preset.Key}"),
                Name = name,
                Fault = fault,
            },
            Answers.StatusOf(fault?.Detail));
    }
}
