using Keyline.Identity.Federation;
using Keyline.Identity.Federation.Managing;
using Keyline.Identity.Federation.Saml;
using Keyline.Portal.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Keyline.Portal.Connections;

/// <summary>The console's page of options.</summary>
internal static class OptionsEndpoints
{
    public static IResult Show(Desk desk) => desk.Connection is { } connection ? RenderOptions(desk, connection, Forms.General(connection)) : desk.NotFound();

    public static Task<IResult> ChangeAsync(Desk desk, PostedForm form, ChangeConnection change, CancellationToken ct) =>
        desk.ChangeAsync(async (right, connection) =>
        {
            var changed = await change.ChangeAsync(right, connection.Id, form.Text("name"), form.Ticked("creates-people"), ct);
            return changed.Ok ? desk.GoTo(desk.Paths.Options) : RenderOptions(desk, connection, Forms.General(connection) with { Fault = changed.Fault });
        });

    public static Task<IResult> ChangeSamlAsync(Desk desk, PostedForm form, ChangeSamlSettings change, CancellationToken ct) =>
        desk.ChangeAsync(async (right, connection) =>
        {
            var changed = await change.ChangeAsync(right, connection.Id, Forms.ReadSaml(form), ct);
            if (changed.Ok)
            {
                return desk.GoTo(desk.Paths.Options);
            }

            // The name belongs to the other form of the page.
            var shown = Forms.General(connection);
            var typed = shown.Typed(form, changed.Fault);
            return RenderOptions(desk, connection, typed with
            {
                Values = new Dictionary<string, string>(typed.Values, StringComparer.Ordinal)
                {
                    ["name"] = shown.Text("name"),
                    ["creates-people"] = shown.Text("creates-people"),
                },
            });
        });

    private static RazorComponentResult<OptionsPage> RenderOptions(Desk desk, Connection connection, FormState form) => Page.Of<OptionsPage>(
        new OptionsModel(
            desk.Frame(connection, DeskStep.Options, connection.Name, form.Fault), form, (connection.Settings as SamlConnectionSettings)?.Keys),
        Answers.StatusOf(form.Fault?.Detail));
}
