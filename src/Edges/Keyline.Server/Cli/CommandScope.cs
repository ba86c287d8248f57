using System.CommandLine;
using Keyline.Journal;
using Keyline.Server.Cli.Doctor;
using Keyline.Server.Hosting;
using Keyline.Storage;

namespace Keyline.Server.Cli;

/// <summary>
/// What a command needs to do its work on the installation's own database: the same use cases as the server's, without the
/// server. A running server hears of what a command changes by the change feed.
/// </summary>
internal static class CommandScope
{
    /// <summary>The settings file, on every command.</summary>
    public static Option<FileInfo?> Config { get; } = new("--config") { Description = "The JSON file with the settings.", Recursive = true };

    /// <summary>Single settings, on every command.</summary>
    public static Option<string[]> Set { get; } = new("--set")
    {
        Description = "One setting as Name=value; may be repeated. Comes before file and environment.",
        Recursive = true,
    };

    /// <summary>Who the audit log says ran the command.</summary>
    public static AuditParty Actor => AuditParty.CommandLine(Environment.UserName);

    /// <summary>Runs one piece of work in a scope of its own.</summary>
    /// <returns>The work's exit code; 2 when the settings are wrong.</returns>
    public static Task<int> RunAsync(
        ParseResult parsed, Func<IServiceProvider, CancellationToken, Task<int>> work, CancellationToken ct) =>
        RunAsync(parsed, upgrade: true, work, ct);

    /// <summary>Runs work that only looks: the database stays as it is, and need not even be there.</summary>
    public static Task<int> LookAsync(
        ParseResult parsed, Func<IServiceProvider, CancellationToken, Task<int>> work, CancellationToken ct) =>
        RunAsync(parsed, upgrade: false, work, ct);

    private static async Task<int> RunAsync(
        ParseResult parsed, bool upgrade, Func<IServiceProvider, CancellationToken, Task<int>> work, CancellationToken ct)
    {
        var builder = new ConfigurationBuilder();
        KeylineHost.ReadSettings(builder, parsed.GetValue(Config)?.FullName, Settings.Parse(parsed.GetValue(Set) ?? []));
        var configuration = builder.Build();
        var options = configuration.Get<KeylineOptions>() ?? new KeylineOptions();
        if (new KeylineOptionsCheck().Validate(null, options) is { Failed: true, Failures: { } faults })
        {
            return Output.WrongSettings(faults);
        }

        var services = new ServiceCollection();
        services.AddLogging();
        KeylineHost.AddServices(services, configuration, options);
        services.AddDoctor();
        await using var provider = services.BuildServiceProvider(validateScopes: true);
        if (upgrade)
        {
            await provider.GetRequiredService<ISchema>().UpgradeAsync(ct);
        }

        await using var scope = provider.CreateAsyncScope();
        return await work(scope.ServiceProvider, ct);
    }
}
