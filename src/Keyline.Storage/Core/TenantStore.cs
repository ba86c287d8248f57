using Keyline.Storage.Identity;
using Keyline.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Keyline.Storage.Core;

/// <summary>The tenants, written through the human plane's unit of work.</summary>
internal sealed class TenantStore(IdentityContext db) : ITenantStore
{
    public Task<Tenant?> FindAsync(TenantSlug slug, CancellationToken ct) =>
        db.Set<Tenant>().AsNoTracking().FirstOrDefaultAsync(tenant => tenant.Slug == slug, ct);

    public Task<Tenant?> FindAsync(TenantId id, CancellationToken ct) =>
        db.Set<Tenant>().AsNoTracking().FirstOrDefaultAsync(tenant => tenant.Id == id, ct);

    public async Task<IReadOnlyList<Tenant>> SearchAsync(string text, TenantId? after, int limit, CancellationToken ct)
    {
        var tenants = db.Set<Tenant>().AsNoTracking();
        if (text.Length > 0)
        {
            var pattern = Like.Containing(text.ToLowerInvariant());
            tenants = tenants.Where(tenant => EF.Functions.Like(EF.Property<string>(tenant, TenantRows.SearchKey), pattern, Like.Escape));
        }

        if (after is { } last)
        {
            tenants = tenants.Where(tenant => tenant.Id > last);
        }

        return await tenants.OrderBy(tenant => tenant.Id).Take(limit).ToListAsync(ct);
    }

    public void Add(Tenant tenant)
    {
        db.Add(tenant);
        Fold(tenant);
    }

    public void Update(Tenant tenant)
    {
        db.Replace(tenant);
        Fold(tenant);
    }

    private void Fold(Tenant tenant) => db.SetShadow(tenant, TenantRows.SearchKey, $"{tenant.Slug} {tenant.Name}".ToLowerInvariant());
}
