using Keyline.Identity.Access;
using Keyline.Identity.Authenticators.Links;
using Keyline.Identity.BreakGlass;
using Keyline.Identity.Changes;
using Keyline.Identity.Federation;
using Keyline.Identity.People;
using Keyline.Portal.Design;
using Keyline.Portal.Frame;
using Keyline.Portal.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Keyline.Portal.BreakGlass;

/// <summary>New credentials for a break-glass account, by a one-time link that is shown once.</summary>
internal static class OneTimeLinkEndpoints
{
    public static void MapOneTimeLinks(this IEndpointRouteBuilder routes, string path, AccessRule rule)
    {
        routes.MapGet(path, AskAsync).WithMetadata(rule);
        routes.MapPost(path, MakeAsync).WithMetadata(rule);
    }

    /// <summary>The page with the link. It answers the post itself: the secret is kept nowhere from where a redirect could fetch it.</summary>
    public static IResult Show(HttpContext context, PublicOrigin origin, Person person, IssuedLink issued, bool isNew) =>
        Page.Of<OneTimeLinkPage>(context.Surroundings(), new OneTimeLinkModel(
            person.UserName,
            origin.Value + new TenantPaths(context.Tenant().Slug.Value).CredentialLink(issued.Secret),
            issued.Link.ExpiresAt,
            BreakGlassEndpoints.PathOf(context, person.Id.Value),
            isNew));

    private static async Task<IResult> AskAsync(HttpContext context, Guid account, BreakGlassStatusReader statuses, CancellationToken ct) =>
        await BreakGlassEndpoints.FindAsync(context, statuses, account, ct) is { } status
            ? Answers.Confirm(context, ConsoleArea.BreakGlass, new ConfirmModel
            {
                Title = $"One-time link for {status.Person.UserName}",
                Question = $"Make a one-time link with which '{status.Person.UserName}' gets a new password and a new authenticator app?",
                Consequences =
                [
                    "An earlier link that was not used yet stops working.",
                    "When the new link is used, the account's sessions end, and its old password, passkeys, app and recovery codes stop working.",
                    "Until then everything stays as it is.",
                ],
                Verb = "Make the link",
                Action = BreakGlassEndpoints.PathOf(context, account, "/link"),
                CancelHref = BreakGlassEndpoints.PathOf(context, account),
            })
            : Answers.NotFound(context);

    private static async Task<IResult> MakeAsync(
        HttpContext context, Guid account, BreakGlassStatusReader statuses, ResetCredentials links, PublicOrigin origin, CancellationToken ct)
    {
        if (await BreakGlassEndpoints.FindAsync(context, statuses, account, ct) is not { } status)
        {
            return Answers.NotFound(context);
        }

        var issued = await links.RunAsync(
            Actor.Of(context.SignedIn(), context.Client()), status.Person.Id, CredentialLinkPurpose.PasswordAndApp, ct);
        return issued.Ok ? Show(context, origin, status.Person, issued.Value, isNew: false) : Answers.Forbidden(context, issued.Fault.Detail);
    }
}
