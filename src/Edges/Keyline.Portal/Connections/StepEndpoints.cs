using Keyline.Identity.Federation;
using Keyline.Identity.Federation.Managing;
using Keyline.Identity.Federation.Presets;
using Keyline.Identity.SignIn;
using Keyline.Portal.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Keyline.Portal.Connections;

/// <summary>The steps of setting a connection up: the same in the console and under a set-up link.</summary>
internal static class StepEndpoints
{
    public static void MapSteps(this IEndpointRouteBuilder group)
    {
        group.MapGet("values", Values);
        group.MapGet("idp", IdpEndpoints.ShowAsync);
        group.MapPost("idp", IdpEndpoints.ChangeAsync);
        group.MapPost("idp/file", IdpEndpoints.ReadFileAsync);
        group.MapPost("key", IdpEndpoints.RenewKeyAsync);
        group.MapGet("attributes", AttributesAsync);
        group.MapPost("attributes", MapAsync);
        group.MapGet("test", Test);
        group.MapGet("enable", Enable);
        group.MapPost("enable", EnableAsync);
    }

    private static IResult Values(Desk desk) => desk.Connection is { } connection
        ? Page.Of<ValuesPage>(new ValuesModel(
            desk.Frame(connection, DeskStep.Values, connection.Name), ConnectionPresets.Of(connection), desk.Addresses(connection)))
        : desk.NotFound();

    private static Task<IResult> AttributesAsync(Desk desk, SeenAttributes seen, CancellationToken ct) => desk.ChangeAsync(
        async (_, connection) => await AttributesPageAsync(desk, connection, Forms.Of(connection.Attributes), seen, ct));

    private static Task<IResult> MapAsync(Desk desk, PostedForm form, ChangeConnection change, SeenAttributes seen, CancellationToken ct) =>
        desk.ChangeAsync(async (right, connection) =>
        {
            var mapped = await change.MapAsync(right, connection.Id, Forms.ReadMap(form), ct);
            return mapped.Ok
                ? desk.GoTo(desk.Setup is null ? desk.Paths.Attributes : desk.Paths.Test)
                : await AttributesPageAsync(desk, connection, Forms.Of(connection.Attributes).Typed(form, mapped.Fault), seen, ct);
        });

    private static async Task<IResult> AttributesPageAsync(Desk desk, Connection connection, FormState form, SeenAttributes seen, CancellationToken ct) =>
        Page.Of<AttributesPage>(
            new AttributesModel(
                desk.Frame(connection, DeskStep.Attributes, connection.Name, form.Fault), form,
                await seen.ListAsync(connection.TenantId, connection.Id, ct), SubjectHint(connection)),
            Answers.StatusOf(form.Fault?.Detail));

    private static IResult Test(Desk desk) => desk.Connection is { } connection
        ? Page.Of<TestPage>(new TestModel(
            desk.Frame(connection, DeskStep.Test, connection.Name), desk.TestAction(connection), connection.TestedAt, EnableConnection.Missing(connection)))
        : desk.NotFound();

    private static IResult Enable(Desk desk) => desk.Connection is { } connection ? RenderEnable(desk, connection, null) : desk.NotFound();

    private static Task<IResult> EnableAsync(Desk desk, PostedForm form, EnableConnection enable, CancellationToken ct) =>
        desk.ChangeAsync(async (right, connection) =>
        {
            var enabled = await enable.EnableAsync(right, connection.Id, desk.Setup is null && form.Ticked("untested"), ct);
            return enabled.Ok ? desk.GoTo(desk.Setup is null ? desk.Paths.Root : desk.Paths.Enable) : RenderEnable(desk, connection, enabled.Fault);
        });

    private static RazorComponentResult<EnablePage> RenderEnable(Desk desk, Connection connection, ConnectionFault? fault) => Page.Of<EnablePage>(
        new EnableModel(
            desk.Frame(connection, DeskStep.Enable, connection.Name, fault), connection.Enabled, connection.TestedAt, EnableConnection.Missing(connection)),
        Answers.StatusOf(fault?.Detail));

    private static string SubjectHint(Connection connection) => connection.Kind switch
    {
        ConnectionKind.Saml => "What identifies a person for ever. Empty: the persistent NameID.",
        ConnectionKind.Oidc => "What identifies a person for ever. Empty: the protocol's own (sub; in Entra tid and oid).",
        _ => "Leave it empty: the directory's page says which attribute identifies a person.",
    } + " When it changes, everybody is somebody new.";
}
