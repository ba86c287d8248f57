using Keyline.Journal;
using Keyline.Tenancy;

namespace Keyline.Server.Cli.Doctor;

/// <summary>Whether the audit chain reaches up to a minute ago.</summary>
internal sealed class AuditSealCheck(IAuditLog log, TimeProvider time) : ITenantCheck
{
    private static readonly TimeSpan _late = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan _stuck = TimeSpan.FromHours(1);

    public async Task<IReadOnlyList<Finding>> RunAsync(Tenant tenant, CancellationToken ct)
    {
        var about = $"{tenant.Slug}: audit chain";
        var now = time.GetUtcNow();
        if (await log.CountUnlinkedAsync(tenant.Id, now - _stuck, ct) is var stuck and > 0)
        {
            return [Finding.Fail(about, $"{stuck} entries older than an hour are in no chain", "Start the server. If it runs, its log says why it can't seal; then run 'keyline audit verify'.")];
        }

        return await log.CountUnlinkedAsync(tenant.Id, now - _late, ct) is var late and > 0
            ? [Finding.Warn(about, $"{late} entries older than a minute are in no chain yet", "A running server seals them within a second: start it.")]
            : [];
    }
}
