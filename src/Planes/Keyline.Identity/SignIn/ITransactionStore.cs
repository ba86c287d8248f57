namespace Keyline.Identity.SignIn;

/// <summary>Port: sign-ins under way, and what may come only once.</summary>
public interface ITransactionStore
{
    void Add(SignInTransaction transaction);

    Task<SignInTransaction?> FindAsync(TenantId tenantId, byte[] stateHash, CancellationToken ct);

    /// <summary>Spends a transaction at once: true for exactly one caller, on any node.</summary>
    Task<bool> SpendAsync(TransactionId id, DateTimeOffset now, CancellationToken ct);

    /// <summary>Keeps something that may come only once (an assertion ID, a <c>jti</c>): false when it was seen before.</summary>
    Task<bool> SpendOnceAsync(TenantId tenantId, string kind, string value, DateTimeOffset until, CancellationToken ct);

    /// <summary>Removes what has expired.</summary>
    Task<int> RemoveExpiredAsync(DateTimeOffset now, CancellationToken ct);
}
