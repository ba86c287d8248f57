using Keyline.Identity.BreakGlass;
using Keyline.Identity.BreakGlass.Drills;
using Keyline.Identity.People;
using Microsoft.EntityFrameworkCore;

namespace Keyline.Storage.Identity.BreakGlass;

/// <summary>Break-glass accounts and their drills.</summary>
internal sealed class BreakGlassStore(IdentityContext db) : IBreakGlassStore
{
    private IQueryable<BreakGlassAccount> Accounts => db.Set<BreakGlassAccount>().AsNoTracking();

    private IQueryable<Drill> Drills => db.Set<Drill>().AsNoTracking();

    public Task<BreakGlassAccount?> FindAsync(TenantId tenantId, PersonId personId, CancellationToken ct) =>
        Accounts.FirstOrDefaultAsync(account => account.TenantId == tenantId && account.PersonId == personId, ct);

    public async Task SaveAsync(BreakGlassAccount account, CancellationToken ct)
    {
        if (await Accounts.AnyAsync(row => row.PersonId == account.PersonId, ct))
        {
            db.Replace(account);
        }
        else
        {
            db.Add(account);
        }
    }

    public async Task RemoveAsync(TenantId tenantId, PersonId personId, CancellationToken ct)
    {
        await db.EnsureTransactionAsync(ct);
        await Accounts.Where(account => account.TenantId == tenantId && account.PersonId == personId).ExecuteDeleteAsync(ct);
    }

    public Task<Drill?> FindOpenDrillAsync(TenantId tenantId, PersonId personId, DateTimeOffset now, CancellationToken ct) =>
        Drills.Where(drill => drill.TenantId == tenantId && drill.PersonId == personId
                && drill.CompletedAt == null && drill.StartedAt <= now && drill.EndsAt > now)
            .OrderByDescending(drill => drill.Id).FirstOrDefaultAsync(ct);

    public async Task<IReadOnlyList<Drill>> ListDrillsAsync(TenantId tenantId, int limit, CancellationToken ct) =>
        await Drills.Where(drill => drill.TenantId == tenantId).OrderByDescending(drill => drill.Id).Take(limit).ToListAsync(ct);

    public Task<int> CountUndrilledAsync(DateTimeOffset since, CancellationToken ct) =>
        Accounts.CountAsync(account => account.LastDrillAt == null || account.LastDrillAt <= since, ct);

    public async Task SaveAsync(Drill drill, CancellationToken ct)
    {
        if (await Drills.AnyAsync(row => row.Id == drill.Id, ct))
        {
            db.Replace(drill);
        }
        else
        {
            db.Add(drill);
        }
    }
}
