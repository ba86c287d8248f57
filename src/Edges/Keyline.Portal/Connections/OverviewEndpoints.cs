using System.Globalization;
using Keyline.Identity.Federation;
using Keyline.Identity.Federation.Managing;
using Keyline.Portal.Design;
using Keyline.Portal.Frame;
using Keyline.Portal.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Keyline.Portal.Connections;

/// <summary>One connection at a glance, and the acts that are asked about first.</summary>
internal static class OverviewEndpoints
{
    public static async Task<IResult> ShowAsync(Desk desk, ConnectionReader reader, RemoveConnection people, CancellationToken ct) =>
        desk.Connection is { } connection
            ? Page.Of<ConnectionPage>(new ConnectionModel(
                desk.Frame(connection, DeskStep.Overview, connection.Name), await reader.ReadAsync(connection, ct), await people.CountPeopleAsync(connection, ct)))
            : desk.NotFound();

    public static IResult AskDisable(HttpContext context, Desk desk) =>
        desk.Connection is { } connection ? Answers.Confirm(context, ConsoleArea.Connections, DisableModel(desk, connection)) : desk.NotFound();

    public static Task<IResult> DisableAsync(HttpContext context, Desk desk, EnableConnection enable, CancellationToken ct) =>
        desk.ChangeAsync(async (right, connection) =>
        {
            var disabled = await enable.DisableAsync(right, connection.Id, ct);
            return disabled.Ok ? desk.GoTo(desk.Paths.Root) : Answers.Refused(context, ConsoleArea.Connections, DisableModel(desk, connection), disabled.Fault.Detail);
        });

    public static async Task<IResult> AskRemoveAsync(HttpContext context, Desk desk, RemoveConnection remove, CancellationToken ct) =>
        desk.Connection is { } connection
            ? Answers.Confirm(context, ConsoleArea.Connections, RemoveModel(desk, connection, await remove.CountPeopleAsync(connection, ct), null))
            : desk.NotFound();

    public static Task<IResult> RemoveAsync(HttpContext context, Desk desk, PostedForm form, RemoveConnection remove, CancellationToken ct) =>
        desk.ChangeAsync(async (right, connection) =>
        {
            var people = await remove.CountPeopleAsync(connection, ct);
            if (form.Text("confirm") != connection.Slug)
            {
                return Answers.Refused(context, ConsoleArea.Connections, RemoveModel(desk, connection, people, "Type it to the letter."),
                    $"expected '{connection.Slug}' to be typed");
            }

            var removed = await remove.RemoveAsync(right, connection.Id, ct);
            if (!removed.Ok)
            {
                return Answers.Refused(context, ConsoleArea.Connections, RemoveModel(desk, connection, people, null), removed.Fault.Detail);
            }

            context.Flash(FlashCode.Removed);
            return TypedResults.LocalRedirect(new TenantPaths(desk.Tenant.Slug.Value).InConsole("connections"));
        });

    public static IResult Difference(Desk desk) => desk.Connection is { } connection ? RenderDifference(desk, connection, null) : desk.NotFound();

    public static Task<IResult> DecideAsync(Desk desk, PostedForm form, HeldMetadata held, CancellationToken ct) =>
        desk.ChangeAsync(async (right, connection) =>
        {
            var decided = form.Text("decision") switch
            {
                "accept" => await held.AcceptAsync(right, connection.Id, form.Text("mark"), ct),
                "reject" => await held.RejectAsync(right, connection.Id, form.Text("mark"), ct),
                _ => new ConnectionFault(ConnectionFaultCode.InvalidSetting, "expected a decision; press one of the two buttons"),
            };
            return decided.Ok ? desk.GoTo(desk.Paths.Root) : RenderDifference(desk, connection, decided.Fault);
        });

    private static RazorComponentResult<DifferencePage> RenderDifference(Desk desk, Connection connection, ConnectionFault? fault) => Page.Of<DifferencePage>(
        new DifferenceModel(
            desk.Frame(connection, DeskStep.Overview, connection.Name, fault),
            [.. HeldMetadata.DifferenceOf(connection).Select(change => new Difference(change.Name, Shown(change.Before), Shown(change.After)))],
            HeldMetadata.MarkOf(connection)),
        Answers.StatusOf(fault?.Detail));

    private static string? Shown(string text) => text.Length == 0 ? null : text;

    private static ConfirmModel DisableModel(Desk desk, Connection connection) => new()
    {
        Title = $"Switch {connection.Name} off?",
        Question = "Nobody can sign in through it any more, until it is switched on again.",
        Consequences = ["Sessions that are open stay open.", "People with another way to sign in can use that."],
        Verb = "Switch it off",
        Action = desk.Paths.Disable,
        CancelHref = desk.Paths.Root,
    };

    private static ConfirmModel RemoveModel(Desk desk, Connection connection, int people, string? error) => new()
    {
        Title = $"Remove {connection.Name}?",
        Question = string.Create(CultureInfo.InvariantCulture, $"{people:N0} {(people == 1 ? "person is" : "people are")} known through it."),
        Consequences =
        [
            "They stay, but can't sign in through it. A new connection to the same identity provider does not know them: they need an invitation each.",
            "Its domains lead to no connection any more.",
            "Its settings, secrets and keys are gone.",
        ],
        Verb = "Remove it",
        Action = desk.Paths.Remove,
        CancelHref = desk.Paths.Root,
        TypeToConfirm = connection.Slug,
        Error = error,
    };
}
