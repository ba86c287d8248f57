using System.CommandLine;
using Keyline.Server.Cli.Doctor;
using Keyline.Tenancy;
using Microsoft.Extensions.Options;

namespace Keyline.Server.Cli;

/// <summary><c>keyline doctor</c>: what works, what will not for long, and what to do.</summary>
internal static class DoctorCommand
{
    public static Command Make()
    {
        var only = new Option<string?>("--tenant", "-t") { Description = "Look at this tenant only; its slug." };
        var command = new Command("doctor", "Check database, keys, clock, DNS, mail and the tenants, and say what to do.") { only };
        command.SetAction(async (parsed, ct) =>
        {
            try
            {
                return await CommandScope.LookAsync(parsed, (services, token) => RunAsync(services, parsed.GetValue(only), token), ct);
            }
            catch (OptionsValidationException wrong)
            {
                return Output.WrongSettings(wrong.Failures);
            }
        });
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider services, string? slug, CancellationToken ct)
    {
        Tenant? tenant = null;
        if (slug is not null)
        {
            tenant = TenantSlug.TryParse(slug, out var parsed) ? await services.GetRequiredService<ITenantStore>().FindAsync(parsed, ct) : null;
            if (tenant is null)
            {
                return Output.Refuse($"There is no tenant '{slug}'. 'keyline tenant list' shows them all.");
            }
        }

        var findings = await services.GetRequiredService<Examination>().RunAsync(tenant, ct);
        foreach (var finding in findings)
        {
            Console.WriteLine(finding);
        }

        return findings.Any(finding => finding.Level == FindingLevel.Fail) ? Output.Refused : 0;
    }
}
