using Keyline.Identity.LocalSignIn;
using Microsoft.EntityFrameworkCore;

namespace Keyline.Storage.Identity.Authenticators;

/// <summary>Local sign-ins under way.</summary>
internal sealed class LocalTransactionStore(IdentityContext db, IDbContextFactory<IdentityContext> contexts) : ILocalTransactionStore
{
    public void Add(LocalTransaction transaction) => db.Add(transaction);

    public Task<LocalTransaction?> FindAsync(TenantId tenantId, byte[] secretHash, CancellationToken ct) =>
        db.Set<LocalTransaction>().AsNoTracking()
            .FirstOrDefaultAsync(transaction => transaction.TenantId == tenantId && transaction.SecretHash == secretHash, ct);

    public async Task<bool> TryCountAsync(LocalTransactionId id, DateTimeOffset now, CancellationToken ct)
    {
        await using var own = await contexts.CreateDbContextAsync(ct);
        return await Open(own, id, now).Where(transaction => transaction.Tries < LocalTransaction.MaxTries)
            .ExecuteUpdateAsync(set => set.SetProperty(transaction => transaction.Tries, transaction => transaction.Tries + 1), ct) == 1;
    }

    public async Task<bool> SpendAsync(LocalTransactionId id, DateTimeOffset now, CancellationToken ct)
    {
        await using var own = await contexts.CreateDbContextAsync(ct);
        return await Open(own, id, now).ExecuteUpdateAsync(set => set.SetProperty(transaction => transaction.SpentAt, now), ct) == 1;
    }

    public Task<int> RemoveExpiredAsync(DateTimeOffset now, CancellationToken ct) =>
        db.Set<LocalTransaction>().Where(transaction => transaction.ExpiresAt <= now).ExecuteDeleteAsync(ct);

    private static IQueryable<LocalTransaction> Open(IdentityContext own, LocalTransactionId id, DateTimeOffset now) =>
        own.Set<LocalTransaction>().Where(transaction => transaction.Id == id && transaction.SpentAt == null && transaction.ExpiresAt > now);
}
