using Keyline.Identity.Access;
using Keyline.Identity.Federation;
using Keyline.Identity.Roles;
using Keyline.Identity.SetupLinks;
using Keyline.Portal.Design;
using Keyline.Portal.Frame;
using Keyline.Portal.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Keyline.Portal.SetupLinks;

/// <summary>The console's set-up links: make, list, take back.</summary>
internal static class SetupLinksEndpoints
{
    private const string All = "/t/{tenant}/console/setup-links";
    private const int MaxShown = 100;

    public static void MapSetupLinks(this IEndpointRouteBuilder routes)
    {
        var change = AccessRule.Has(Permissions.ConnectionsChange);
        routes.MapGet(All, ListAsync).WithMetadata(change);
        routes.MapPost(All, CreateAsync).WithMetadata(change);
        routes.MapGet(All + "/{id:guid}/revoke", AskAsync).WithMetadata(change);
        routes.MapPost(All + "/{id:guid}/revoke", RevokeAsync).WithMetadata(change);
    }

    private static Task<IResult> ListAsync(
        HttpContext context, ISetupLinkStore links, IConnectionStore connections, TimeProvider time, CancellationToken ct) =>
        PageAsync(context, links, connections, time, null, "", null, ct);

    private static async Task<IResult> CreateAsync(
        HttpContext context, PostedForm form, CreateSetupLink create, PublicOrigin origin, ISetupLinkStore links, IConnectionStore connections,
        TimeProvider time, CancellationToken ct)
    {
        var days = form.Number("days") is { } number and >= 1 and <= 30 ? number : 0;
        var made = await create.CreateAsync(
            context.Actor(), form.Text("label"), TimeSpan.FromDays(days), form.Id("connection") is { } id ? new ConnectionId(id) : null, ct);

        // The address can't be read again, so it is on this page and not behind a redirect.
        return made.Ok
            ? await PageAsync(context, links, connections, time, $"{origin.Value}/t/{context.Tenant().Slug}/setup/{made.Value.Token.Reveal()}", "", null, ct)
            : await PageAsync(context, links, connections, time, null, form.Text("label"), made.Fault.Detail, ct);
    }

    private static async Task<IResult> PageAsync(
        HttpContext context, ISetupLinkStore links, IConnectionStore connections, TimeProvider time, string? address, string label, string? refusal,
        CancellationToken ct) => Page.Of<SetupLinksPage>(
            context.Surroundings().With(refusal),
            new SetupLinksModel
            {
                Links = await links.ListAsync(context.Tenant().Id, null, MaxShown, ct),
                Connections = await connections.ListAsync(context.Tenant().Id, ct),
                Now = time.GetUtcNow(),
                MadeAddress = address,
                Label = label,
            },
            Answers.StatusOf(refusal));

    private static async Task<IResult> AskAsync(HttpContext context, Guid id, ISetupLinkStore links, CancellationToken ct) =>
        await links.FindAsync(context.Tenant().Id, new SetupLinkId(id), ct) is { } link
            ? Answers.Confirm(context, ConsoleArea.Connections, RevokeModel(context, link))
            : Answers.NotFound(context);

    private static async Task<IResult> RevokeAsync(HttpContext context, Guid id, ISetupLinkStore links, RevokeSetupLink revoke, CancellationToken ct)
    {
        if (await links.FindAsync(context.Tenant().Id, new SetupLinkId(id), ct) is not { } link)
        {
            return Answers.NotFound(context);
        }

        var revoked = await revoke.RevokeAsync(context.Actor(), link.Id, ct);
        if (!revoked.Ok)
        {
            return Answers.Refused(context, ConsoleArea.Connections, RevokeModel(context, link), revoked.Fault.Detail);
        }

        context.Flash(FlashCode.Saved);
        return TypedResults.LocalRedirect(new TenantPaths(context.Tenant().Slug.Value).InConsole("setup-links"));
    }

    private static ConfirmModel RevokeModel(HttpContext context, SetupLink link)
    {
        var paths = new TenantPaths(context.Tenant().Slug.Value);
        return new ConfirmModel
        {
            Title = "Take the set-up link back?",
            Question = $"It was made for {link.Label}.",
            Consequences = ["It opens nothing any more.", "What was set up with it stays."],
            Verb = "Take it back",
            Action = paths.InConsole($"setup-links/{link.Id}/revoke"),
            CancelHref = paths.InConsole("setup-links"),
        };
    }
}
