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

namespace Keyline.Portal.People;

/// <summary>What an administrator does to a person: deactivate, let back in, sign out, allow a password.</summary>
internal static class PersonChanges
{
    private const string Person = "/t/{tenant}/console/people/{id:guid}";

    public static void MapPersonChanges(this IEndpointRouteBuilder routes)
    {
        var manage = AccessRule.Has(Permissions.PeopleManage);
        routes.MapGet($"{Person}/deactivate", AskDeactivateAsync).WithMetadata(manage);
        routes.MapPost($"{Person}/deactivate", DeactivateAsync).WithMetadata(manage);
        routes.MapGet($"{Person}/reactivate", AskReactivateAsync).WithMetadata(manage);
        routes.MapPost($"{Person}/reactivate", ReactivateAsync).WithMetadata(manage);
        routes.MapPost($"{Person}/local-sign-in", AllowLocalAsync).WithMetadata(manage);
        routes.MapGet($"{Person}/sign-out", AskSignOutAsync).WithMetadata(AccessRule.Has(Permissions.SessionsEnd));
        routes.MapPost($"{Person}/sign-out", SignOutAsync).WithMetadata(AccessRule.Has(Permissions.SessionsEnd));
    }

    private static async Task<IResult> AskDeactivateAsync(HttpContext context, Guid id, IPersonStore people, CancellationToken ct) =>
        await FindAsync(context, id, people, ct) is { } person
            ? Answers.Confirm(context, ConsoleArea.People, Deactivation(context, person))
            : Answers.NotFound(context);

    private static async Task<IResult> DeactivateAsync(
        HttpContext context, Guid id, IPersonStore people, DeactivatePerson deactivate, CancellationToken ct)
    {
        if (await FindAsync(context, id, people, ct) is not { } person)
        {
            return Answers.NotFound(context);
        }

        var done = await deactivate.DeactivateAsync(context.Actor(), person.Id, ct);
        return done.Ok
            ? Back(context, person, FlashCode.PersonDeactivated)
            : Answers.Refused(context, ConsoleArea.People, Deactivation(context, person), done.Fault.Detail);
    }

    private static async Task<IResult> AskReactivateAsync(HttpContext context, Guid id, IPersonStore people, CancellationToken ct) =>
        await FindAsync(context, id, people, ct) is { } person
            ? Answers.Confirm(context, ConsoleArea.People, Reactivation(context, person))
            : Answers.NotFound(context);

    private static async Task<IResult> ReactivateAsync(
        HttpContext context, Guid id, IPersonStore people, ReactivatePerson reactivate, CancellationToken ct)
    {
        if (await FindAsync(context, id, people, ct) is not { } person)
        {
            return Answers.NotFound(context);
        }

        var done = await reactivate.ReactivateAsync(context.Actor(), person.Id, ct);
        return done.Ok
            ? Back(context, person, FlashCode.PersonReactivated)
            : Answers.Refused(context, ConsoleArea.People, Reactivation(context, person), done.Fault.Detail);
    }

    private static async Task<IResult> AllowLocalAsync(
        HttpContext context, Guid id, PostedForm form, IPersonStore people, AllowLocalSignIn allow, CancellationToken ct)
    {
        if (await FindAsync(context, id, people, ct) is not { } person)
        {
            return Answers.NotFound(context);
        }

        var done = await allow.SetAsync(context.Actor(), person.Id, form.Ticked("allowed"), ct);
        return done.Ok
            ? Back(context, person, FlashCode.Saved)
            : Answers.Refused(context, ConsoleArea.People, LocalSignIn(context, person, form.Text("allowed")), done.Fault.Detail);
    }

    private static async Task<IResult> AskSignOutAsync(HttpContext context, Guid id, IPersonStore people, CancellationToken ct) =>
        await FindAsync(context, id, people, ct) is { } person
            ? Answers.Confirm(context, ConsoleArea.People, new ConfirmModel
            {
                Title = $"Sign {person.DisplayName} out everywhere",
                Question = $"End every session of {person.DisplayName}?",
                Consequences = ["Their open pages go to the sign-in page within a second.", "They can sign in again at once."],
                Verb = "Sign out everywhere",
                Action = PathOf(context, person, "/sign-out"),
                CancelHref = PathOf(context, person),
            })
            : Answers.NotFound(context);

    private static async Task<IResult> SignOutAsync(HttpContext context, Guid id, IPersonStore people, EndSessions end, CancellationToken ct)
    {
        if (await FindAsync(context, id, people, ct) is not { } person)
        {
            return Answers.NotFound(context);
        }

        await end.EndAllAsync(
            context.Tenant().Id, person.Id, null, SessionEnd.EndedByAdministrator, context.SignedIn().Party, context.Client(), ct);
        return Back(context, person, FlashCode.SessionsEnded);
    }

    private static ConfirmModel Deactivation(HttpContext context, Person person) => new()
    {
        Title = $"Deactivate {person.DisplayName}",
        Question = $"Take everything from {person.DisplayName} that lets them in?",
        Consequences =
        [
            "Every session of theirs ends now, and their open pages close.",
            "They can't sign in again, whatever their identity provider says.",
            "Their account, its history and its identities stay. You can reactivate them.",
        ],
        Verb = "Deactivate",
        Action = PathOf(context, person, "/deactivate"),
        CancelHref = PathOf(context, person),
    };

    private static ConfirmModel Reactivation(HttpContext context, Person person) => new()
    {
        Title = $"Reactivate {person.DisplayName}",
        Question = $"Let {person.DisplayName} sign in again?",
        Consequences = ["They have the roles that their groups give them from their next sign-in on.", "The sessions of before stay ended."],
        Verb = "Reactivate",
        Action = PathOf(context, person, "/reactivate"),
        CancelHref = PathOf(context, person),
    };

    private static ConfirmModel LocalSignIn(HttpContext context, Person person, string allowed) => new()
    {
        Title = "Local sign-in",
        Question = $"Change whether {person.DisplayName} may sign in with a password kept here?",
        Verb = "Try again",
        Action = PathOf(context, person, "/local-sign-in"),
        CancelHref = PathOf(context, person),
        Values = new Dictionary<string, string> { ["allowed"] = allowed == "true" ? "true" : "false" },
    };

    private static Task<Person?> FindAsync(HttpContext context, Guid id, IPersonStore people, CancellationToken ct) =>
        people.FindAsync(context.Tenant().Id, new PersonId(id), ct);

    private static string PathOf(HttpContext context, Person person, string more = "") =>
        new TenantPaths(context.Tenant().Slug.Value).InConsole($"people/{person.Id}{more}");

    private static Microsoft.AspNetCore.Http.HttpResults.RedirectHttpResult Back(HttpContext context, Person person, FlashCode code)
    {
        context.Flash(code);
        return TypedResults.LocalRedirect(PathOf(context, person));
    }
}
