using System.CommandLine;
using Keyline.Server.Hosting;
using Keyline.Storage;
using Microsoft.Extensions.Options;

namespace Keyline.Server.Cli;

/// <summary><c>keyline serve</c>: the server.</summary>
internal static class ServeCommand
{
    public static Command Make()
    {
        var config = new Option<FileInfo?>("--config") { Description = "The JSON file with the settings." };
        var set = new Option<string[]>("--set") { Description = "One setting as Name=value; may be repeated. Comes before file and environment." };
        var command = new Command("serve", "Run the server.") { config, set };
        command.SetAction((parsed, ct) => RunAsync(parsed.GetValue(config), parsed.GetValue(set) ?? [], ct));
        return command;
    }

    private static async Task<int> RunAsync(FileInfo? config, string[] settings, CancellationToken ct)
    {
        try
        {
            await using var app = KeylineHost.Build(config?.FullName, Settings.Parse(settings));
            await app.Services.GetRequiredService<ISchema>().UpgradeAsync(ct);
            await app.RunAsync(ct);
            return 0;
        }
        catch (OptionsValidationException wrong)
        {
            await Console.Error.WriteLineAsync("Keyline can't start with these settings:");
            foreach (var fault in wrong.Failures)
            {
                await Console.Error.WriteLineAsync("  - " + fault);
            }

            return 2;
        }
    }
}
