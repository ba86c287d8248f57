using Keyline.Identity.Federation;
using Keyline.Identity.People;
using Keyline.Identity.Roles;
using Keyline.Identity.Sessions;
using Keyline.Portal.Requests;
using Keyline.Server.Human.Admin.Shape;
using Keyline.Server.Human.Limits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Keyline.Server.Human.Admin.People;

/// <summary>People: find, show, deactivate, end their sessions.</summary>
internal static class PeopleApi
{
    public static void MapPeopleApi(this IEndpointRouteBuilder routes)
    {
        var people = routes.MapApi("people");
        people.MapGet("", SearchAsync).For(Permissions.PeopleRead, "People whose names, address or number hold a text.");
        people.MapPost("", AddAsync).For(Permissions.PeopleManage, "Adds a person by hand, who signs in locally or by invitation.");
        people.MapPost("{id:guid}/invite", InviteAsync)
            .For(Permissions.PeopleManage, "Invites a person by mail to tie their account to their identity at a connection.")
            .RequireRateLimiting(RateLimits.Expensive);
        people.MapGet("{id:guid}", ShowAsync).For(Permissions.PeopleRead, "A person with identities, groups, roles with every reason, sessions.");
        people.MapPost("{id:guid}/deactivate", DeactivateAsync)
            .For(Permissions.PeopleManage, "Deactivates a person; all their sessions end in the same commit.");
        people.MapPost("{id:guid}/reactivate", ReactivateAsync).For(Permissions.PeopleManage, "Lets a person sign in again.");
        people.MapPut("{id:guid}/local-sign-in", SetLocalSignInAsync)
            .For(Permissions.PeopleManage, "Says whether a person may sign in with a password kept here.");
        people.MapPost("{id:guid}/end-sessions", EndSessionsAsync).For(Permissions.SessionsEnd, "Signs a person out everywhere.");
    }

    private static async Task<Ok<Page<PersonJson>>> SearchAsync(HttpContext context, PageRequest page, ShowPeople people, CancellationToken ct)
    {
        var after = page.After is { } id ? new PersonId(id) : (PersonId?)null;
        var found = await people.SearchAsync(context.Tenant().Id, page.Text, after, page.Limit + 1, ct);
        return TypedResults.Ok(page.Of(found, PersonJson.Of, person => person.Id.Value));
    }

    private static async Task<Results<Ok<PersonDetailsJson>, ProblemHttpResult>> ShowAsync(
        HttpContext context, Guid id, ShowPeople people, CancellationToken ct) =>
        await people.FindAsync(context.Tenant(), new PersonId(id), ct) is { } details
            ? TypedResults.Ok(PersonDetailsJson.Of(details))
            : ApiProblem.NotFound;

    private static async Task<Results<Ok<PersonJson>, ProblemHttpResult>> AddAsync(
        HttpContext context, NewPersonBody body, AddPerson add, CancellationToken ct) =>
        Answer(await add.AddAsync(context.Actor(), body.ToDraft(), ct));

    private static async Task<Results<Ok<PersonJson>, ProblemHttpResult>> InviteAsync(
        HttpContext context, Guid id, InviteBody body, InviteByMail invite, CancellationToken ct) =>
        Answer(await invite.InviteAsync(context.Actor(), new PersonId(id), new ConnectionId(body.ConnectionId), ct));

    private static async Task<Results<Ok<PersonJson>, ProblemHttpResult>> DeactivateAsync(
        HttpContext context, Guid id, DeactivatePerson deactivate, CancellationToken ct) =>
        Answer(await deactivate.DeactivateAsync(context.Actor(), new PersonId(id), ct));

    private static async Task<Results<Ok<PersonJson>, ProblemHttpResult>> ReactivateAsync(
        HttpContext context, Guid id, ReactivatePerson reactivate, CancellationToken ct) =>
        Answer(await reactivate.ReactivateAsync(context.Actor(), new PersonId(id), ct));

    private static async Task<Results<Ok<PersonJson>, ProblemHttpResult>> SetLocalSignInAsync(
        HttpContext context, Guid id, LocalSignInBody body, AllowLocalSignIn allow, CancellationToken ct) =>
        Answer(await allow.SetAsync(context.Actor(), new PersonId(id), body.Allowed, ct));

    private static async Task<Results<Ok<EndedJson>, ProblemHttpResult>> EndSessionsAsync(
        HttpContext context, Guid id, IPersonStore people, EndSessions sessions, CancellationToken ct)
    {
        var tenant = context.Tenant().Id;
        if (await people.FindAsync(tenant, new PersonId(id), ct) is not { } person)
        {
            return ApiProblem.NotFound;
        }

        var actor = context.Actor();
        return TypedResults.Ok(new EndedJson(await sessions.EndAllAsync(
            tenant, person.Id, null, SessionEnd.EndedByAdministrator, actor.Party, actor.Client, ct)));
    }

    private static Results<Ok<PersonJson>, ProblemHttpResult> Answer(Result<Person, PersonFault> outcome) => outcome.Ok
        ? TypedResults.Ok(PersonJson.Of(outcome.Value))
        : ApiProblem.Of(StatusOf(outcome.Fault.Code), "person", outcome.Fault.Code, outcome.Fault.Detail);

    private static int StatusOf(PersonFaultCode code) => code switch
    {
        PersonFaultCode.NotFound or PersonFaultCode.UnknownConnection => StatusCodes.Status404NotFound,
        PersonFaultCode.BadDetails => StatusCodes.Status400BadRequest,
        PersonFaultCode.BeyondOwn or PersonFaultCode.Self => StatusCodes.Status403Forbidden,
        _ => StatusCodes.Status409Conflict,
    };
}
