using System.CommandLine;
using System.Globalization;
using Keyline.Identity.Changes;
using Keyline.Identity.People;
using Keyline.Identity.Sessions;

namespace Keyline.Server.Cli;

/// <summary><c>keyline session …</c></summary>
internal static class SessionCommands
{
    private const int PageSize = 100;

    public static Command Make() => new("session", "Who is signed in.") { List(), End() };

    private static Command List() => TenantScope.Verb("list", "Show live sessions, the newest first.", async (_, services, actor, ct) =>
    {
        var time = services.GetRequiredService<TimeProvider>();
        var people = services.GetRequiredService<IPersonStore>();
        var rows = new List<string[]>();
        foreach (var session in await services.GetRequiredService<ISessionStore>().ListLiveAsync(
            actor.Tenant.Id, null, null, PageSize, time.GetUtcNow(), ct))
        {
            var person = await people.FindAsync(actor.Tenant.Id, session.PersonId, ct);
            rows.Add([session.Id.ToString(), person?.UserName ?? "-", session.Method.ToString(), session.Client, session.Address,
                session.CreatedAt.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)]);
        }

        Output.Table(["SESSION", "PERSON", "BY", "CLIENT", "ADDRESS", "SINCE"], rows, "Nobody is signed in.");
        return 0;
    });

    private static Command End()
    {
        var id = new Option<Guid?>("--id") { Description = "One session." };
        var login = new Option<string?>("--person") { Description = "All sessions of a person." };
        return TenantScope.Verb("end", "End one session, or all of a person.", (parsed, services, actor, ct) =>
            (parsed.GetValue(id), parsed.GetValue(login)) switch
            {
                ({ } one, null) => EndOneAsync(services, actor, new SessionId(one), ct),
                (null, { } name) => EndAllAsync(services, actor, name, ct),
                _ => Task.FromResult(Output.Refuse("Name either a session with --id or a person with --person.")),
            }, id, login);
    }

    private static async Task<int> EndOneAsync(IServiceProvider services, Actor actor, SessionId id, CancellationToken ct) =>
        await services.GetRequiredService<EndSessions>().EndAsync(
            actor.Tenant.Id, id, SessionEnd.EndedByAdministrator, actor.Party, actor.Client, ct)
            ? 0
            : Output.Refuse("There is no such live session at this tenant.");

    private static async Task<int> EndAllAsync(IServiceProvider services, Actor actor, string login, CancellationToken ct)
    {
        if (await services.GetRequiredService<IPersonStore>().FindByLoginAsync(actor.Tenant.Id, login, ct) is not { } person)
        {
            return Output.Refuse($"'{login}' is nobody at {actor.Tenant.Slug}.");
        }

        var ended = await services.GetRequiredService<EndSessions>().EndAllAsync(
            actor.Tenant.Id, person.Id, null, SessionEnd.EndedByAdministrator, actor.Party, actor.Client, ct);
        Console.WriteLine($"{ended} sessions of {person.DisplayName} ended.");
        return 0;
    }
}
