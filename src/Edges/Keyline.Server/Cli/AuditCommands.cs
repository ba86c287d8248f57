using System.CommandLine;
using System.Globalization;
using Keyline.Journal;
using Keyline.Tenancy;

namespace Keyline.Server.Cli;

/// <summary><c>keyline audit …</c></summary>
internal static class AuditCommands
{
    private const int PageSize = 200;

    // The sealer links within a second; an entry that is older and not linked was kept from it.
    private static readonly TimeSpan _linkedWithin = TimeSpan.FromMinutes(1);

    public static Command Make() => new("audit", "The audit log.") { Verify(), Search() };

    private static Command Verify()
    {
        var one = new Option<string?>("--tenant", "-t") { Description = "One tenant's slug; all tenants when left out." };
        var command = new Command("verify", "Prove that the log is what it was, or name the first broken link.") { one };
        command.SetAction((parsed, ct) => CommandScope.RunAsync(parsed, async (services, token) =>
        {
            var store = services.GetRequiredService<ITenantStore>();
            var broken = 0;
            TenantId? after = null;
            while (await store.SearchAsync(parsed.GetValue(one) ?? "", after, PageSize, token) is { Count: > 0 } page)
            {
                foreach (var tenant in page.Where(tenant => parsed.GetValue(one) is not { } slug || slug == tenant.Slug.Value))
                {
                    broken += await VerifyAsync(services, tenant, token) ? 0 : 1;
                }

                after = page[^1].Id;
            }

            return broken == 0 ? 0 : Output.Refuse($"{broken} logs are not what they were. Keep the database as it is, and compare it with a backup.");
        }, ct));
        return command;
    }

    private static async Task<bool> VerifyAsync(IServiceProvider services, Tenant tenant, CancellationToken ct)
    {
        var verification = new AuditVerification(services.GetRequiredService<IAuditLog>(), services.GetRequiredService<IEvidenceSigner>());
        var proved = await verification.VerifyAsync(tenant.Id, services.GetRequiredService<TimeProvider>().GetUtcNow() - _linkedWithin, ct);
        Console.WriteLine(proved.Ok
            ? $"{tenant.Slug}: {proved.Value} entries hold."
            : $"{tenant.Slug}: BROKEN at link {proved.Fault.Number} ({proved.Fault.Kind}): {proved.Fault.Detail}");
        return proved.Ok;
    }

    private static Command Search()
    {
        var text = new Argument<string>("text") { Description = "Part of an action, a name or a reference.", DefaultValueFactory = _ => "" };
        return TenantScope.Verb("search", "Show entries, the newest first.", async (parsed, services, actor, ct) =>
        {
            var found = await services.GetRequiredService<IAuditLog>().SearchAsync(
                new AuditQuery { TenantId = actor.Tenant.Id, Text = parsed.GetValue(text) ?? "", Limit = PageSize }, ct);
            Output.Table(["AT", "ACTION", "OUTCOME", "BY", "ON", "REFERENCE"],
                [.. found.Select(entry => new[] { entry.At.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), entry.Action,
                    entry.Outcome.ToString(), entry.Actor.Name, entry.Target.Name, entry.Reference })],
                "No entry matches.");
            return 0;
        }, text);
    }
}
