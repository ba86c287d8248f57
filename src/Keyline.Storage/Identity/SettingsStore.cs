using Keyline.Identity.Settings;
using Microsoft.EntityFrameworkCore;

namespace Keyline.Storage.Identity;

/// <summary>Settings: a row only where a tenant has chosen something.</summary>
internal sealed class SettingsStore(IdentityContext db) : ISettingsStore
{
    public async Task<TenantSettings> GetAsync(TenantId tenantId, CancellationToken ct) =>
        await db.Set<TenantSettings>().AsNoTracking().FirstOrDefaultAsync(settings => settings.TenantId == tenantId, ct)
        ?? new TenantSettings { TenantId = tenantId };

    public async Task SaveAsync(TenantSettings settings, CancellationToken ct)
    {
        if (await db.Set<TenantSettings>().AsNoTracking().AnyAsync(row => row.TenantId == settings.TenantId, ct))
        {
            db.Replace(settings);
        }
        else
        {
            db.Add(settings);
        }
    }
}
