namespace Keyline.Identity.SamlProvider.SignOn;

/// <summary>Port: requests that wait for their answer.</summary>
public interface IPendingRequestStore
{
    void Add(PendingRequest request);

    Task<PendingRequest?> FindAsync(TenantId tenantId, byte[] stateHash, CancellationToken ct);

    void Update(PendingRequest request);

    Task<int> RemoveExpiredAsync(DateTimeOffset now, CancellationToken ct);
}
