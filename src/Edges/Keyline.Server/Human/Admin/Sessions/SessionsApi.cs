using Keyline.Identity.People;
using Keyline.Identity.Roles;
using Keyline.Identity.Sessions;
using Keyline.Portal.Requests;
using Keyline.Server.Human.Admin.Shape;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Keyline.Server.Human.Admin.Sessions;

/// <summary>Sessions: who is signed in, and how to end that.</summary>
internal static class SessionsApi
{
    public static void MapSessionsApi(this IEndpointRouteBuilder routes)
    {
        var sessions = routes.MapApi("sessions");
        sessions.MapGet("", ListAsync).For(Permissions.SessionsRead, "Live sessions, the newest first; ?person= for one person's.");
        sessions.MapDelete("{id:guid}", EndAsync).For(Permissions.SessionsEnd, "Ends a session, on every node within a second.");
    }

    private static async Task<Ok<Page<SessionJson>>> ListAsync(
        HttpContext context, PageRequest page, ISessionStore sessions, TimeProvider time, CancellationToken ct)
    {
        var person = PageRequest.IdOf(context.Request.Query["person"], "person") is { } id ? new PersonId(id) : (PersonId?)null;
        var before = page.After is { } last ? new SessionId(last) : (SessionId?)null;
        var found = await sessions.ListLiveAsync(context.Tenant().Id, person, before, page.Limit + 1, time.GetUtcNow(), ct);
        return TypedResults.Ok(page.Of(found, SessionJson.Of, session => session.Id.Value));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> EndAsync(
        HttpContext context, Guid id, EndSessions sessions, CancellationToken ct)
    {
        var actor = context.Actor();
        return await sessions.EndAsync(
            context.Tenant().Id, new SessionId(id), SessionEnd.EndedByAdministrator, actor.Party, actor.Client, ct)
            ? TypedResults.NoContent()
            : ApiProblem.NotFound;
    }
}
