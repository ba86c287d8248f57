using System.CommandLine;
using Keyline.Identity.Tenants;
using Keyline.Server.Hosting;
using Keyline.Storage;
using Microsoft.Extensions.Options;

namespace Keyline.Server.Cli;

/// <summary><c>keyline serve</c>: the server.</summary>
internal static class ServeCommand
{
    public static Command Make()
    {
        var command = new Command("serve", "Run the server.");
        command.SetAction((parsed, ct) => RunAsync(parsed.GetValue(CommandScope.Config), parsed.GetValue(CommandScope.Set) ?? [], ct));
        return command;
    }

    private static async Task<int> RunAsync(FileInfo? config, string[] settings, CancellationToken ct)
    {
        try
        {
            await using var app = KeylineHost.Build(config?.FullName, Settings.Parse(settings));
            await app.Services.GetRequiredService<ISchema>().UpgradeAsync(ct);
            await using (var scope = app.Services.CreateAsyncScope())
            {
                await scope.ServiceProvider.GetRequiredService<EnsureOperator>().EnsureAsync(ct);
            }

            await app.RunAsync(ct);
            return 0;
        }
        catch (OptionsValidationException wrong)
        {
            return Output.WrongSettings(wrong.Failures);
        }
    }
}
