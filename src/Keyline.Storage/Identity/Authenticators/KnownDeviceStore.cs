using Keyline.Identity.Authenticators.Devices;
using Keyline.Identity.People;
using Microsoft.EntityFrameworkCore;

namespace Keyline.Storage.Identity.Authenticators;

/// <summary>Known browsers.</summary>
internal sealed class KnownDeviceStore(IdentityContext db) : IKnownDeviceStore
{
    private IQueryable<KnownDevice> Devices => db.Set<KnownDevice>().AsNoTracking();

    public Task<KnownDevice?> FindAsync(TenantId tenantId, byte[] secretHash, DateTimeOffset now, CancellationToken ct) =>
        Devices.FirstOrDefaultAsync(device => device.TenantId == tenantId && device.SecretHash == secretHash && device.ExpiresAt > now, ct);

    public async Task AddAsync(KnownDevice device, CancellationToken ct)
    {
        await db.EnsureTransactionAsync(ct);
        var others = await Devices.Where(row => row.TenantId == device.TenantId && row.PersonId == device.PersonId)
            .OrderByDescending(row => row.LastUsedAt).Select(row => row.SecretHash).ToListAsync(ct);
        foreach (var hash in others.Skip(KnownDevice.MaxPerPerson - 1))
        {
            await Devices.Where(row => row.SecretHash == hash).ExecuteDeleteAsync(ct);
        }

        db.Add(device);
    }

    public async Task RemoveAsync(TenantId tenantId, byte[] secretHash, CancellationToken ct)
    {
        await db.EnsureTransactionAsync(ct);
        await Devices.Where(device => device.TenantId == tenantId && device.SecretHash == secretHash).ExecuteDeleteAsync(ct);
    }

    public async Task RemoveAllAsync(TenantId tenantId, PersonId personId, byte[]? except, CancellationToken ct)
    {
        await db.EnsureTransactionAsync(ct);
        await Devices.Where(device => device.TenantId == tenantId && device.PersonId == personId && (except == null || device.SecretHash != except))
            .ExecuteDeleteAsync(ct);
    }

    public Task<int> RemoveExpiredAsync(DateTimeOffset now, CancellationToken ct) =>
        Devices.Where(device => device.ExpiresAt <= now).ExecuteDeleteAsync(ct);
}
