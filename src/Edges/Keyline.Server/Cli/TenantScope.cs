using System.CommandLine;
using Keyline.Identity.Changes;
using Keyline.Tenancy;

namespace Keyline.Server.Cli;

/// <summary>A command's work at one tenant.</summary>
internal static class TenantScope
{
    /// <summary>Which tenant, on every command that works at one.</summary>
    public static Option<string> Tenant { get; } = new("--tenant", "-t") { Description = "The tenant's slug.", Required = true };

    /// <summary>Finds the tenant and runs the work as whoever sits at the command line.</summary>
    public static Task<int> RunAsync(
        ParseResult parsed, Func<IServiceProvider, Actor, CancellationToken, Task<int>> work, CancellationToken ct) =>
        CommandScope.RunAsync(parsed, async (services, token) =>
        {
            var text = parsed.GetRequiredValue(Tenant);
            return TenantSlug.TryParse(text, out var slug)
                && await services.GetRequiredService<ITenantStore>().FindAsync(slug, token) is { } tenant
                ? await work(services, Actor.CommandLine(tenant, Environment.UserName), token)
                : Output.Refuse($"There is no tenant '{text}'. 'keyline tenant list' shows them all.");
        }, ct);

    /// <summary>A command of one noun that works at a tenant.</summary>
    public static Command Verb(
        string name, string description, Func<ParseResult, IServiceProvider, Actor, CancellationToken, Task<int>> work, params Symbol[] symbols)
    {
        var command = new Command(name, description) { Tenant };
        foreach (var symbol in symbols)
        {
            if (symbol is Argument argument)
            {
                command.Arguments.Add(argument);
            }
            else if (symbol is Option option)
            {
                command.Options.Add(option);
            }
        }

        command.SetAction((parsed, ct) => RunAsync(parsed, (services, actor, token) => work(parsed, services, actor, token), ct));
        return command;
    }
}
