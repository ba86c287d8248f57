using Keyline.Identity.Access;
using Keyline.Identity.Federation;
using Keyline.Identity.Sessions;
using Keyline.Portal.Design;
using Keyline.Portal.Frame;
using Keyline.Portal.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Keyline.Portal.Account;

/// <summary>"My account": where I am signed in, and the end of it.</summary>
internal static class SessionsEndpoints
{
    private const string Base = "/t/{tenant}/account/sessions";
    private const int MaxShown = 100;

    public static void MapMySessions(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Base, ListAsync).WithMetadata(AccessRule.SignedIn);
        routes.MapGet(Base + "/{session:guid}/end", AskAsync).WithMetadata(AccessRule.SignedIn);
        routes.MapPost(Base + "/{session:guid}/end", EndAsync).WithMetadata(AccessRule.SignedIn);
        routes.MapGet(Base + "/end-others", AskOthers).WithMetadata(AccessRule.SignedIn);
        routes.MapPost(Base + "/end-others", EndOthersAsync).WithMetadata(AccessRule.SignedIn);
    }

    private static async Task<IResult> ListAsync(
        HttpContext context, ISessionStore sessions, IConnectionStore connections, TimeProvider time, CancellationToken ct)
    {
        var me = context.SignedIn();
        var names = (await connections.ListAsync(me.Tenant.Id, ct)).ToDictionary(connection => connection.Id.Value, connection => connection.Name);
        var mine = await sessions.ListLiveAsync(me.Tenant.Id, me.Person.Id, null, MaxShown, time.GetUtcNow(), ct);
        return Page.Of<SessionsPage>(context.Surroundings(), new SessionsModel(mine, me.Session, names));
    }

    private static async Task<IResult> AskAsync(
        HttpContext context, Guid session, ISessionStore sessions, TimeProvider time, CancellationToken ct) =>
        await FindMineAsync(context, session, sessions, ct) is { } found && found.IsLive(time.GetUtcNow())
            ? Confirm(context, new ConfirmModel
            {
                Title = "Sign out there?",
                Question = $"Sign out {Name(found)}?",
                Consequences = ["That browser is signed out at once, and pages that are open in it close.", "You stay signed in here."],
                Verb = "Sign out there",
                Action = PathOf(context, $"sessions/{session}/end"),
                CancelHref = PathOf(context, "sessions"),
            })
            : Answers.NotFound(context);

    private static async Task<IResult> EndAsync(
        HttpContext context, Guid session, ISessionStore sessions, EndSessions end, CancellationToken ct)
    {
        var me = context.SignedIn();
        if (await FindMineAsync(context, session, sessions, ct) is not { } found)
        {
            return Answers.NotFound(context);
        }

        await end.EndAsync(me.Tenant.Id, found.Id, SessionEnd.EndedByPerson, me.Party, context.Client(), ct);
        context.Flash(FlashCode.SessionEnded);
        return TypedResults.LocalRedirect(PathOf(context, "sessions"));
    }

    private static RazorComponentResult<AccountConfirmPage> AskOthers(HttpContext context) => Confirm(context, new ConfirmModel
    {
        Title = "Sign out everywhere else?",
        Question = "End all your sessions but this one?",
        Consequences = ["Every other browser of yours is signed out at once, and pages that are open in it close.", "You stay signed in here."],
        Verb = "Sign out everywhere else",
        Action = PathOf(context, "sessions/end-others"),
        CancelHref = PathOf(context, "sessions"),
    });

    private static async Task<IResult> EndOthersAsync(HttpContext context, EndSessions end, CancellationToken ct)
    {
        var me = context.SignedIn();
        await end.EndAllAsync(
            me.Tenant.Id, me.Person.Id, me.Session.Id, SessionEnd.EndedByPerson, me.Party, context.Client(), ct);
        context.Flash(FlashCode.SessionsEnded);
        return TypedResults.LocalRedirect(PathOf(context, "sessions"));
    }

    // Another person's session looks like one that is not there.
    private static async Task<Session?> FindMineAsync(HttpContext context, Guid id, ISessionStore sessions, CancellationToken ct) =>
        await sessions.FindAsync(context.Tenant().Id, new SessionId(id), ct) is { } found && found.PersonId == context.SignedIn().Person.Id
            ? found
            : null;

    private static string Name(Session session) => $"{(session.Client.Length > 0 ? session.Client : "the browser")} at {session.Address}";

    private static string PathOf(HttpContext context, string path) => new TenantPaths(context.Tenant().Slug.Value).InAccount(path);

    private static RazorComponentResult<AccountConfirmPage> Confirm(HttpContext context, ConfirmModel model) =>
        AccountAnswers.Confirm(context, AccountArea.Sessions, model);
}
