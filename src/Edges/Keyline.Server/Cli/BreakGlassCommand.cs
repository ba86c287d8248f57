using System.CommandLine;
using System.Globalization;
using Keyline.Identity.Authenticators.Account;
using Keyline.Identity.Authenticators.Links;
using Keyline.Identity.BreakGlass;
using Keyline.Identity.BreakGlass.Drills;
using Keyline.Identity.People;
using Keyline.Identity.Sessions;
using Keyline.Server.Hosting;
using Keyline.Server.Human.Local;
using Keyline.Tenancy;

namespace Keyline.Server.Cli;

/// <summary><c>keyline break-glass …</c>: local administrators that need no IdP.</summary>
internal static class BreakGlassCommand
{
    private static readonly Option<string> _tenant = new("--tenant") { Description = "The tenant's slug.", Required = true };
    private static readonly Argument<string> _userName = new("user-name") { Description = "The account's user name." };

    private static CredentialActor Actor => new(CommandScope.Actor, ClientDescription.None, Keep: null);

    public static Command Make()
    {
        var networks = new Option<string[]>("--network") { Description = "A network (CIDR) from which it works; may be repeated. Without: from anywhere." };
        var name = new Option<string?>("--name") { Description = "The name that people read." };
        var create = new Command("create", "Create an account and print the one-time link with which its holder sets it up.") { _userName, _tenant, name, networks };
        create.SetAction((parsed, ct) => RunAsync(parsed, (services, tenant, ct) => CreateAsync(
            services, tenant, parsed.GetRequiredValue(_userName), parsed.GetValue(name), parsed.GetValue(networks) ?? [], ct), ct));
        var list = new Command("list", "Show the accounts and how they stand.") { _tenant };
        list.SetAction((parsed, ct) => RunAsync(parsed, ListAsync, ct));
        return new Command("break-glass", "Local administrators that need no identity provider.")
        {
            create, list, OnAccount("rotate", "Print a new one-time link: new password, new authenticator app.", LinkAsync),
            OnAccount("drill", "Start a drill: sign in with the account within the hour.", DrillAsync),
            OnAccount("remove", "Remove an account.", RemoveAsync),
        };
    }

    private static Command OnAccount(
        string verb, string description, Func<IServiceProvider, Tenant, Person, CancellationToken, Task<int>> work)
    {
        var command = new Command(verb, description) { _userName, _tenant };
        command.SetAction((parsed, ct) => RunAsync(
            parsed,
            async (services, tenant, ct) =>
            {
                var wanted = LookupKey.Name(parsed.GetRequiredValue(_userName));
                var accounts = await services.GetRequiredService<BreakGlassStatusReader>().ReadAsync(tenant.Id, ct);
                return accounts.FirstOrDefault(status => LookupKey.Name(status.Person.UserName) == wanted) is { } found
                    ? await work(services, tenant, found.Person, ct)
                    : Output.Refuse($"The tenant has no break-glass account '{wanted}'.");
            },
            ct));
        return command;
    }

    private static Task<int> RunAsync(
        ParseResult parsed, Func<IServiceProvider, Tenant, CancellationToken, Task<int>> work, CancellationToken ct) =>
        CommandScope.RunAsync(
            parsed,
            async (services, ct) =>
            {
                var text = parsed.GetRequiredValue(_tenant);
                return TenantSlug.TryParse(text, out var slug) && await services.GetRequiredService<ITenantStore>().FindAsync(slug, ct) is { } tenant
                    ? await work(services, tenant, ct)
                    : Output.Refuse($"There is no tenant '{text}'.");
            },
            ct);

    private static async Task<int> CreateAsync(
        IServiceProvider services, Tenant tenant, string userName, string? name, string[] networks, CancellationToken ct)
    {
        var created = await services.GetRequiredService<CreateBreakGlass>().RunAsync(tenant, userName, name ?? userName, networks, Actor, ct);
        return created.Ok ? Print(services, tenant, created.Value.Link) : Output.Refuse(created.Fault.Detail);
    }

    private static async Task<int> LinkAsync(IServiceProvider services, Tenant tenant, Person person, CancellationToken ct)
    {
        var issued = await services.GetRequiredService<IssueLink>()
            .RunAsync(tenant.Id, person.Id, CredentialLinkPurpose.PasswordAndApp, Actor, ct);
        return issued.Ok ? Print(services, tenant, issued.Value) : Output.Refuse(issued.Fault.Detail);
    }

    private static async Task<int> ListAsync(IServiceProvider services, Tenant tenant, CancellationToken ct)
    {
        var accounts = await services.GetRequiredService<BreakGlassStatusReader>().ReadAsync(tenant.Id, ct);
        Output.Table(
            ["user name", "usable", "second factors", "rotation due", "last drill", "drill"],
            [.. accounts.Select(Row)],
            "The tenant has no break-glass account. Make one: keyline break-glass create NAME --tenant " + tenant.Slug);
        return 0;
    }

    private static string[] Row(BreakGlassStatus status) =>
    [
        status.Person.UserName,
        status.IsUsable ? "yes" : "no",
        status.Factors.Count.ToString(CultureInfo.InvariantCulture),
        status.RotationDueSince is { } since ? since.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "no",
        status.Account.LastDrillAt is { } last ? last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "never",
        status.DrillOverdue ? "overdue" : "in order",
    ];

    private static async Task<int> DrillAsync(IServiceProvider services, Tenant tenant, Person person, CancellationToken ct)
    {
        var drill = await services.GetRequiredService<StartDrill>().RunAsync(tenant.Id, person.Id, CommandScope.Actor, "", ct);
        if (!drill.Ok)
        {
            return Output.Refuse(drill.Fault.Detail);
        }

        Console.WriteLine($"Sign in as '{person.UserName}' before {drill.Value.EndsAt:yyyy-MM-dd HH:mm} UTC at");
        Console.WriteLine($"{services.GetRequiredService<KeylineOptions>().PublicOrigin}/t/{tenant.Slug}/local");
        return 0;
    }

    private static async Task<int> RemoveAsync(IServiceProvider services, Tenant tenant, Person person, CancellationToken ct)
    {
        var removed = await services.GetRequiredService<ChangeBreakGlass>().RemoveAsync(tenant, person.Id, Actor, ct);
        if (!removed.Ok)
        {
            return Output.Refuse(removed.Fault.Detail);
        }

        Console.WriteLine($"The account '{person.UserName}' is gone.");
        return 0;
    }

    private static int Print(IServiceProvider services, Tenant tenant, IssuedLink issued)
    {
        Console.WriteLine("Open this once, before " + issued.Link.ExpiresAt.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture) + ":");
        Console.WriteLine(services.GetRequiredService<KeylineOptions>().PublicOrigin + CredentialLinkEndpoints.PathOf(tenant.Slug, issued.Secret));
        return 0;
    }
}
