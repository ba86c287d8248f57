using Keyline.Identity.SamlProvider.Keys;
using Microsoft.EntityFrameworkCore;

namespace Keyline.Storage.Identity;

/// <summary>The signing keys of the tenants' identity providers.</summary>
internal sealed class ProviderKeyStore(IdentityContext db) : IProviderKeyStore
{
    public Task<ProviderKeySet?> FindAsync(TenantId tenantId, CancellationToken ct) =>
        db.Set<ProviderKeySet>().AsNoTracking().FirstOrDefaultAsync(keys => keys.TenantId == tenantId, ct);

    public void Add(ProviderKeySet keys) => db.Add(keys);

    public void Update(ProviderKeySet keys) => db.Replace(keys);
}
