namespace Keyline.Identity.LocalSignIn;

/// <summary>Port: local sign-ins under way.</summary>
public interface ILocalTransactionStore
{
    /// <summary>Adds with the next commit.</summary>
    void Add(LocalTransaction transaction);

    Task<LocalTransaction?> FindAsync(TenantId tenantId, byte[] secretHash, CancellationToken ct);

    /// <summary>Counts a try at once: false when it is over, was spent, or has no try left.</summary>
    Task<bool> TryCountAsync(LocalTransactionId id, DateTimeOffset now, CancellationToken ct);

    /// <summary>Spends it at once: true for exactly one caller, on any node.</summary>
    Task<bool> SpendAsync(LocalTransactionId id, DateTimeOffset now, CancellationToken ct);

    Task<int> RemoveExpiredAsync(DateTimeOffset now, CancellationToken ct);
}
