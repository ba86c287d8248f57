using Keyline.Identity.SamlProvider.Apps;
using Microsoft.EntityFrameworkCore;

namespace Keyline.Storage.Identity;

/// <summary>The service providers of a tenant.</summary>
internal sealed class SamlAppStore(IdentityContext db) : ISamlAppStore
{
    private IQueryable<SamlApp> Apps => db.Set<SamlApp>().AsNoTracking();

    public Task<SamlApp?> FindAsync(TenantId tenantId, SamlAppId id, CancellationToken ct) =>
        Apps.FirstOrDefaultAsync(app => app.TenantId == tenantId && app.Id == id, ct);

    public Task<SamlApp?> FindByEntityIdAsync(TenantId tenantId, string entityId, CancellationToken ct) =>
        Apps.FirstOrDefaultAsync(app => app.TenantId == tenantId && app.EntityId == entityId, ct);

    public async Task<IReadOnlyList<SamlApp>> ListAsync(TenantId tenantId, CancellationToken ct) =>
        await Apps.Where(app => app.TenantId == tenantId).OrderBy(app => app.Id).ToListAsync(ct);

    public void Add(SamlApp app) => db.Add(app);

    public void Update(SamlApp app) => db.Replace(app);

    public void Remove(SamlApp app) => db.Remove(app);
}
