using Keyline.Identity.BreakGlass;
using Keyline.Identity.Settings;
using Keyline.Tenancy;

namespace Keyline.Server.Cli.Doctor;

/// <summary>Whether a tenant could come in with its IdP gone, and whether anybody has tried.</summary>
internal sealed class BreakGlassCheck(BreakGlassStatusReader statuses, ISettingsStore settings) : ITenantCheck
{
    public async Task<IReadOnlyList<Finding>> RunAsync(Tenant tenant, CancellationToken ct)
    {
        var about = $"{tenant.Slug}: break-glass";
        var usable = (await statuses.ReadAsync(tenant.Id, ct)).Where(status => status.IsUsable).ToList();
        if (usable.Count == 0)
        {
            const string Says = "there is no account that works without the IdP";
            var toDo = $"Make one: 'keyline break-glass create NAME --tenant {tenant.Slug}', and open its link.";
            return BreakGlassGuard.IsSsoRequired(await settings.GetAsync(tenant.Id, ct))
                ? [Finding.Fail(about, Says + ", and nobody else may sign in locally", toDo)]
                : [Finding.Warn(about, Says, toDo)];
        }

        return
        [
            .. usable.Where(status => status.DrillOverdue).Select(status => Finding.Warn(
                about, $"the drill of '{status.Person.UserName}' is overdue", $"Run one: 'keyline break-glass drill {status.Person.UserName} --tenant {tenant.Slug}'.")),
            .. usable.Where(status => status.RotationDueSince is not null).Select(status => Finding.Warn(
                about, $"'{status.Person.UserName}' was used on {status.RotationDueSince:yyyy-MM-dd}, and its password is the same still",
                $"Run 'keyline break-glass rotate {status.Person.UserName} --tenant {tenant.Slug}', and open the link.")),
        ];
    }
}
