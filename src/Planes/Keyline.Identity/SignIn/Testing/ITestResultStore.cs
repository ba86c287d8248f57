namespace Keyline.Identity.SignIn.Testing;

/// <summary>Port: the results of test sign-ins.</summary>
public interface ITestResultStore
{
    void Add(StoredTestResult result);

    Task<StoredTestResult?> FindAsync(TenantId tenantId, TransactionId id, DateTimeOffset now, CancellationToken ct);

    Task<int> RemoveExpiredAsync(DateTimeOffset now, CancellationToken ct);
}
