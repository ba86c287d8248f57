using System.Security.Cryptography;
using System.Text;
using Keyline.Identity.SignIn;
using Keyline.Storage.Core;
using Keyline.Storage.Identity.Rows;
using Microsoft.EntityFrameworkCore;

namespace Keyline.Storage.Identity;

/// <summary>Sign-ins under way. What is spent is spent at once, before anything that follows from it is done.</summary>
internal sealed class TransactionStore(IdentityContext db, IDbContextFactory<IdentityContext> contexts, Dialect dialect) : ITransactionStore
{
    public void Add(SignInTransaction transaction) => db.Add(transaction);

    public Task<SignInTransaction?> FindAsync(TenantId tenantId, byte[] stateHash, CancellationToken ct) =>
        db.Set<SignInTransaction>().AsNoTracking()
            .FirstOrDefaultAsync(transaction => transaction.TenantId == tenantId && transaction.StateHash == stateHash, ct);

    public async Task<bool> SpendAsync(TransactionId id, DateTimeOffset now, CancellationToken ct)
    {
        await using var own = await contexts.CreateDbContextAsync(ct);
        return await own.Set<SignInTransaction>()
            .Where(transaction => transaction.Id == id && transaction.SpentAt == null && transaction.ExpiresAt > now)
            .ExecuteUpdateAsync(set => set.SetProperty(transaction => transaction.SpentAt, now), ct) == 1;
    }

    public async Task<bool> SpendOnceAsync(TenantId tenantId, string kind, string value, DateTimeOffset until, CancellationToken ct)
    {
        await using var own = await contexts.CreateDbContextAsync(ct);
        own.Add(new SpentRow { TenantId = tenantId, Kind = kind, ValueHash = SHA256.HashData(Encoding.UTF8.GetBytes(value)), Until = until });
        try
        {
            await own.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException taken) when (dialect.IsTaken(taken))
        {
            return false;
        }
    }

    public async Task<int> RemoveExpiredAsync(DateTimeOffset now, CancellationToken ct) =>
        await db.Set<SignInTransaction>().Where(transaction => transaction.ExpiresAt < now).ExecuteDeleteAsync(ct)
        + await db.Set<SpentRow>().Where(spent => spent.Until < now).ExecuteDeleteAsync(ct);
}
