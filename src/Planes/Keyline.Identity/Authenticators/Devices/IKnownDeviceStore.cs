using Keyline.Identity.People;

namespace Keyline.Identity.Authenticators.Devices;

/// <summary>Port: known browsers.</summary>
public interface IKnownDeviceStore
{
    Task<KnownDevice?> FindAsync(TenantId tenantId, byte[] secretHash, DateTimeOffset now, CancellationToken ct);

    /// <summary>Adds with the next commit, and lets the person's oldest go where there are too many.</summary>
    Task AddAsync(KnownDevice device, CancellationToken ct);

    /// <summary>Removes one with the next commit.</summary>
    Task RemoveAsync(TenantId tenantId, byte[] secretHash, CancellationToken ct);

    /// <summary>Removes all of a person with the next commit, but one if asked.</summary>
    Task RemoveAllAsync(TenantId tenantId, PersonId personId, byte[]? except, CancellationToken ct);

    Task<int> RemoveExpiredAsync(DateTimeOffset now, CancellationToken ct);
}
