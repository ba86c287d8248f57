using Keyline.Identity.SignIn;
using Keyline.Identity.SignIn.Testing;
using Microsoft.EntityFrameworkCore;

namespace Keyline.Storage.Identity;

/// <summary>Results of test sign-ins.</summary>
internal sealed class TestResultStore(IdentityContext db) : ITestResultStore
{
    public void Add(StoredTestResult result) => db.Add(result);

    public Task<StoredTestResult?> FindAsync(TenantId tenantId, TransactionId id, DateTimeOffset now, CancellationToken ct) =>
        db.Set<StoredTestResult>().AsNoTracking()
            .FirstOrDefaultAsync(result => result.TenantId == tenantId && result.Id == id && result.ExpiresAt > now, ct);

    public Task<int> RemoveExpiredAsync(DateTimeOffset now, CancellationToken ct) =>
        db.Set<StoredTestResult>().Where(result => result.ExpiresAt < now).ExecuteDeleteAsync(ct);
}
