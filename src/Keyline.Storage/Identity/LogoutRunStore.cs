using Keyline.Identity.SamlProvider.Logout;
using Microsoft.EntityFrameworkCore;

namespace Keyline.Storage.Identity;

/// <summary>Sign-outs on their way through the apps.</summary>
internal sealed class LogoutRunStore(IdentityContext db) : ILogoutRunStore
{
    public void Add(LogoutRun run) => db.Add(run);

    public Task<LogoutRun?> FindAsync(TenantId tenantId, byte[] stateHash, CancellationToken ct) =>
        db.Set<LogoutRun>().AsNoTracking().FirstOrDefaultAsync(run => run.TenantId == tenantId && run.StateHash == stateHash, ct);

    public void Update(LogoutRun run) => db.Replace(run);

    public Task<int> RemoveExpiredAsync(DateTimeOffset now, CancellationToken ct) =>
        db.Set<LogoutRun>().Where(run => run.ExpiresAt < now).ExecuteDeleteAsync(ct);
}
