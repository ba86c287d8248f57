using System.CommandLine;
using Keyline.Identity.Changes;
using Keyline.Identity.People;
using Keyline.Identity.Roles;

namespace Keyline.Server.Cli;

/// <summary><c>keyline person …</c></summary>
internal static class PersonCommands
{
    private const int PageSize = 100;

    private static readonly Argument<string> _login = new("login") { Description = "User name, e-mail address or phone number." };

    public static Command Make() => new("person", "People.") { List(), Show(), Deactivate(), Reactivate() };

    private static Command List()
    {
        var text = new Argument<string>("text") { Description = "Part of a name, address or number.", DefaultValueFactory = _ => "" };
        return TenantScope.Verb("list", "Find people.", async (parsed, services, actor, ct) =>
        {
            var found = await services.GetRequiredService<ShowPeople>().SearchAsync(
                actor.Tenant.Id, parsed.GetValue(text) ?? "", null, PageSize, ct);
            Output.Table(["USER NAME", "NAME", "E-MAIL", "STATE"],
                [.. found.Select(person => new[] { person.UserName, person.DisplayName, person.Email ?? "-", person.State.ToString() })],
                "Nobody was found. People appear at their first sign-in through a connection.");
            if (found.Count == PageSize)
            {
                Console.WriteLine($"The first {PageSize} are shown; name a part of a name to narrow it down.");
            }

            return 0;
        }, text);
    }

    private static Command Show() => TenantScope.Verb("show", "Show a person: identities, roles and why, sessions.",
        (parsed, services, actor, ct) => WithPersonAsync(parsed, services, actor, async person =>
        {
            if (await services.GetRequiredService<ShowPeople>().FindAsync(actor.Tenant, person.Id, ct) is not { } details)
            {
                return Output.Refuse("This person was removed a moment ago.");
            }

            Console.WriteLine($"{person.DisplayName} ({person.UserName}), {person.State}, id {person.Id}");
            foreach (var identity in details.Identities)
            {
                Console.WriteLine($"  known at connection {identity.ConnectionId} as {identity.Subject}");
            }

            foreach (var role in details.Access.Roles)
            {
                Console.WriteLine($"  {role.Role.Name} {(role.SiteId is { } site ? $"at site {site}" : "in the whole tenant")}: "
                    + string.Join("; ", role.Reasons.Select(Why)));
            }

            Console.WriteLine($"  live sessions: {details.Sessions.Count}");
            return 0;
        }, ct), _login);

    private static Command Deactivate() => TenantScope.Verb("deactivate", "End everything that a person holds.",
        (parsed, services, actor, ct) => WithPersonAsync(parsed, services, actor, async person =>
        {
            var done = await services.GetRequiredService<DeactivatePerson>().DeactivateAsync(actor, person.Id, ct);
            if (!done.Ok)
            {
                return Output.Refuse($"Not deactivated: {done.Fault.Detail}.");
            }

            Console.WriteLine($"{person.DisplayName} is deactivated; every session has ended.");
            return 0;
        }, ct), _login);

    private static Command Reactivate() => TenantScope.Verb("reactivate", "Let a person sign in again.",
        (parsed, services, actor, ct) => WithPersonAsync(parsed, services, actor, async person =>
        {
            var done = await services.GetRequiredService<ReactivatePerson>().ReactivateAsync(actor, person.Id, ct);
            return done.Ok ? 0 : Output.Refuse($"Not reactivated: {done.Fault.Detail}.");
        }, ct), _login);

    private static async Task<int> WithPersonAsync(
        ParseResult parsed, IServiceProvider services, Actor actor, Func<Person, Task<int>> work, CancellationToken ct)
    {
        var login = parsed.GetRequiredValue(_login);
        return await services.GetRequiredService<IPersonStore>().FindByLoginAsync(actor.Tenant.Id, login, ct) is { } person
            ? await work(person)
            : Output.Refuse($"'{login}' is nobody's user name at {actor.Tenant.Slug}, and no one person's address or number.");
    }

    private static string Why(RoleReason reason) => reason switch
    {
        RoleReason.ByGroup group => $"in group {group.Group.Name}",
        RoleReason.ByGrant grant => $"given by hand by {grant.Grant.GrantedBy} until {grant.Grant.ExpiresAt:yyyy-MM-dd}",
        RoleReason.ByBreakGlass => "a break-glass account",
        RoleReason.ByBelonging => "everybody here is",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
