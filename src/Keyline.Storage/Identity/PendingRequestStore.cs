using Keyline.Identity.SamlProvider.SignOn;
using Microsoft.EntityFrameworkCore;

namespace Keyline.Storage.Identity;

/// <summary>Requests of service providers that wait for their answer.</summary>
internal sealed class PendingRequestStore(IdentityContext db) : IPendingRequestStore
{
    public void Add(PendingRequest request) => db.Add(request);

    public Task<PendingRequest?> FindAsync(TenantId tenantId, byte[] stateHash, CancellationToken ct) =>
        db.Set<PendingRequest>().AsNoTracking()
            .FirstOrDefaultAsync(request => request.TenantId == tenantId && request.StateHash == stateHash, ct);

    public void Update(PendingRequest request) => db.Replace(request);

    public Task<int> RemoveExpiredAsync(DateTimeOffset now, CancellationToken ct) =>
        db.Set<PendingRequest>().Where(request => request.ExpiresAt < now).ExecuteDeleteAsync(ct);
}
