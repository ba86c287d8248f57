using Keyline.Identity.Access;
using Keyline.Identity.People;
using Keyline.Identity.Roles;
using Keyline.Identity.Sessions;
using Keyline.Portal.Design;
using Keyline.Portal.Frame;
using Keyline.Portal.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Keyline.Portal.Sessions;

/// <summary>Who is signed in at the tenant.</summary>
internal static class SessionsEndpoints
{
    private const int MaxPeople = 20;

    public static void MapSessions(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/t/{tenant}/console/sessions", ListAsync).WithMetadata(AccessRule.Has(Permissions.SessionsRead));
        routes.MapGet("/t/{tenant}/console/sessions/{id:guid}/end", AskAsync).WithMetadata(AccessRule.Has(Permissions.SessionsEnd));
        routes.MapPost("/t/{tenant}/console/sessions/{id:guid}/end", EndAsync).WithMetadata(AccessRule.Has(Permissions.SessionsEnd));
    }

    private static async Task<IResult> ListAsync(
        HttpContext context, ListQuery query, ISessionStore sessions, IPersonStore people, TimeProvider time, CancellationToken ct)
    {
        var around = context.Surroundings();
        var tenant = context.Tenant().Id;
        var rows = new List<SessionRow>();
        Guid? last = null;
        if (query.Text.Length > 0)
        {
            foreach (var person in await people.SearchAsync(tenant, query.Text, null, MaxPeople, ct))
            {
                var theirs = await sessions.ListLiveAsync(tenant, person.Id, null, ListQuery.PageSize, time.GetUtcNow(), ct);
                rows.AddRange(theirs.Select(session => new SessionRow(session, person)));
            }
        }
        else
        {
            SessionId? before = query.After is { } id ? new SessionId(id) : null;
            var found = await sessions.ListLiveAsync(tenant, null, before, ListQuery.PageSize + 1, time.GetUtcNow(), ct);
            rows.AddRange(await WithPeopleAsync(tenant, found.Take(ListQuery.PageSize), people, ct));
            last = found.Count > rows.Count ? rows[^1].Session.Id.Value : null;
        }

        return Page.Of<SessionsPage>(around, new SessionsModel(
            query.Text, rows, query.Paging(around.Paths.InConsole("sessions"), last), context.SignedIn().Access.Has(Permissions.SessionsEnd)));
    }

    private static async Task<IReadOnlyList<SessionRow>> WithPeopleAsync(
        TenantId tenant, IEnumerable<Session> sessions, IPersonStore people, CancellationToken ct)
    {
        var known = new Dictionary<PersonId, Person?>();
        var rows = new List<SessionRow>();
        foreach (var session in sessions)
        {
            if (!known.TryGetValue(session.PersonId, out var person))
            {
                known[session.PersonId] = person = await people.FindAsync(tenant, session.PersonId, ct);
            }

            rows.Add(new SessionRow(session, person));
        }

        return rows;
    }

    private static async Task<IResult> AskAsync(
        HttpContext context, Guid id, ISessionStore sessions, IPersonStore people, TimeProvider time, CancellationToken ct)
    {
        var tenant = context.Tenant().Id;
        if (await sessions.FindAsync(tenant, new SessionId(id), ct) is not { } session || !session.IsLive(time.GetUtcNow()))
        {
            return Answers.NotFound(context);
        }

        var person = await people.FindAsync(tenant, session.PersonId, ct);
        var list = new TenantPaths(context.Tenant().Slug.Value).InConsole("sessions");
        return Answers.Confirm(context, ConsoleArea.Sessions, new ConfirmModel
        {
            Title = "End a session",
            Question = $"End the session of {person?.DisplayName ?? "somebody who is gone"} with {session.Client} from {session.Address}?",
            Consequences = session.Id == context.SignedIn().Session.Id
                ? ["This is your own session: you will be signed out here."]
                : ["Its open pages go to the sign-in page within a second.", "The person can sign in again at once."],
            Verb = "End the session",
            Action = $"{list}/{id}/end",
            CancelHref = list,
        });
    }

    private static async Task<IResult> EndAsync(HttpContext context, Guid id, EndSessions end, CancellationToken ct)
    {
        var ended = await end.EndAsync(
            context.Tenant().Id, new SessionId(id), SessionEnd.EndedByAdministrator, context.SignedIn().Party, context.Client(), ct);
        if (!ended)
        {
            return Answers.NotFound(context);
        }

        context.Flash(FlashCode.SessionEnded);
        return TypedResults.LocalRedirect(new TenantPaths(context.Tenant().Slug.Value).InConsole("sessions"));
    }
}
