using System.Globalization;
using Keyline.Identity.BreakGlass;
using Keyline.Identity.Clock;
using Keyline.Identity.Federation;
using Keyline.Identity.Roles;
using Keyline.Identity.SignIn;
using Keyline.Journal;
using Keyline.Portal.Design;
using Keyline.Portal.Frame;
using Keyline.Tenancy;

namespace Keyline.Portal.Overview;

/// <summary>Gathers what needs an administrator's eye, the worst first.</summary>
public sealed class AttentionReader(
    IConnectionStore connections, BreakGlassStatusReader breakGlass, ListDrift drift, ReadClocks clocks, IAuditLog audit,
    DomainAttention domains, ProviderAttention providers)
{
    private static readonly TimeSpan _recent = TimeSpan.FromDays(1);

    /// <summary>What there is for somebody who may open these areas.</summary>
    public async Task<IReadOnlyList<AttentionItem>> ReadAsync(Tenant tenant, Surroundings around, CancellationToken ct)
    {
        var items = new List<AttentionItem>();
        var clock = await clocks.ReadAsync(tenant.Id, ct);
        if (around.MayOpen(ConsoleArea.Connections))
        {
            await AddConnectionsAsync(tenant, around.Paths, items, ct);
            items.AddRange(await domains.ReadAsync(tenant, around.Paths, ct));
            items.AddRange(clock.Warnings.Select(warning =>
                new AttentionItem(Tone.Warn, "A clock is near its limit", warning, around.Paths.InConsole("connections"))));
        }

        if (around.MayOpen(ConsoleArea.BreakGlass))
        {
            await AddBreakGlassAsync(tenant, around.Paths.InConsole("break-glass"), items, ct);
        }

        if (around.MayOpen(ConsoleArea.Roles) && await drift.ListAsync(tenant.Id, ct) is { Count: > 0 } grants)
        {
            items.Add(new AttentionItem(Tone.Info, Count(grants.Count, "role is", "roles are") + " given by hand",
                "They run out by themselves. What is to last belongs to a group.", around.Paths.InConsole("roles/by-hand")));
        }

        if (around.MayOpen(ConsoleArea.Audit))
        {
            await AddRefusalsAsync(tenant, around.Paths, clock.Now, items, ct);
        }

        return [.. items.OrderByDescending(item => item.Tone is Tone.Bad).ThenByDescending(item => item.Tone is Tone.Warn)];
    }

    private static string Count(int number, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {(number == 1 ? one : many)}");

    private async Task AddConnectionsAsync(Tenant tenant, TenantPaths paths, List<AttentionItem> items, CancellationToken ct)
    {
        if (!tenant.IncludesSso)
        {
            items.Add(new AttentionItem(Tone.Info, "The plan has no single sign-on",
                "People sign in with passwords kept here. The operator can change the plan.", paths.InConsole("tools/sso")));
            return;
        }

        var all = await connections.ListAsync(tenant.Id, ct);
        if (!all.Any(connection => connection.Enabled))
        {
            items.Add(all.Count == 0
                ? new AttentionItem(Tone.Warn, "No identity provider is connected", "Connect Entra ID, Okta, Google or a directory, and people sign in with the login that they have.", paths.InConsole("connections"))
                : new AttentionItem(Tone.Warn, "No connection is switched on", "Test one, then switch it on.", paths.InConsole("connections")));
        }

        items.AddRange(all.Where(connection => connection.TestedAt is null).Select(connection => new AttentionItem(
            connection.Enabled ? Tone.Warn : Tone.Info, $"The connection '{connection.Name}' is not tested with its settings as they are",
            "A test is a full sign-in that makes no session.", paths.InConsole($"connections/{connection.Slug}"))));
        items.AddRange(all.SelectMany(connection => providers.Read(connection, paths)));
    }

    private async Task AddBreakGlassAsync(Tenant tenant, string href, List<AttentionItem> items, CancellationToken ct)
    {
        var all = await breakGlass.ReadAsync(tenant.Id, ct);
        if (!all.Any(account => account.IsUsable))
        {
            items.Add(new AttentionItem(Tone.Bad, "There is no break-glass account that works",
                "When the identity provider is gone, nobody could come in. Create one, and finish its set-up.", href));
        }

        foreach (var account in all.Where(account => account.IsUsable))
        {
            if (account.RotationDueSince is not null)
            {
                items.Add(new AttentionItem(Tone.Bad, $"The break-glass account '{account.Person.UserName}' was used",
                    "Its password is to be changed now.", href));
            }

            if (account.DrillOverdue)
            {
                items.Add(new AttentionItem(Tone.Warn, account.Account.LastDrillAt is null
                        ? $"The break-glass account '{account.Person.UserName}' was never tried"
                        : $"The drill of '{account.Person.UserName}' is overdue",
                    "A drill proves that it works before it must.", href));
            }
        }
    }

    private async Task AddRefusalsAsync(Tenant tenant, TenantPaths paths, DateTimeOffset now, List<AttentionItem> items, CancellationToken ct)
    {
        var refused = await audit.CountAsync(tenant.Id, SignInRecorder.Action, AuditOutcome.Denied, now - _recent, now, ct);
        if (refused > 0)
        {
            items.Add(new AttentionItem(refused >= 20 ? Tone.Warn : Tone.Info, Count(refused, "sign-in was", "sign-ins were") + " refused in the last day",
                "Each has a reference, and a trace that says which check failed.", paths.InConsole("audit?q=sign-in&outcome=denied")));
        }
    }
}
