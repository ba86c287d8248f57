using Keyline.Devices.Sites;
using Microsoft.EntityFrameworkCore;

namespace Keyline.Storage.Devices;

/// <summary>Sites.</summary>
internal sealed class SiteStore(DevicesContext db) : ISiteStore
{
    public Task<Site?> FindAsync(TenantId tenantId, string slug, CancellationToken ct) =>
        db.Set<Site>().AsNoTracking().FirstOrDefaultAsync(site => site.TenantId == tenantId && site.Slug == slug, ct);

    public async Task<IReadOnlyList<Site>> ListAsync(TenantId tenantId, CancellationToken ct) =>
        await db.Set<Site>().AsNoTracking().Where(site => site.TenantId == tenantId).OrderBy(site => site.Slug).ToListAsync(ct);

    public void Add(Site site) => db.Add(site);

    public void Remove(Site site) => db.Remove(site);
}
