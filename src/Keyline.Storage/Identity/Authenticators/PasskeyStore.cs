using Keyline.Identity.Authenticators.Passkeys;
using Keyline.Identity.People;
using Keyline.Storage.Core;
using Microsoft.EntityFrameworkCore;

namespace Keyline.Storage.Identity.Authenticators;

/// <summary>People's passkeys, and ceremonies under way.</summary>
internal sealed class PasskeyStore(IdentityContext db, IDbContextFactory<IdentityContext> contexts, Dialect dialect) : IPasskeyStore
{
    public async Task<IReadOnlyList<Passkey>> ListAsync(TenantId tenantId, PersonId personId, CancellationToken ct) =>
        await db.Set<Passkey>().AsNoTracking().Where(passkey => passkey.TenantId == tenantId && passkey.PersonId == personId)
            .OrderBy(passkey => passkey.Id).Take(Passkey.MaxPerPerson).ToListAsync(ct);

    public void Add(Passkey passkey) => db.Add(passkey);

    public async Task RenameAsync(Passkey passkey, string name, CancellationToken ct)
    {
        await db.EnsureTransactionAsync(ct);
        await db.Set<Passkey>().Where(row => row.TenantId == passkey.TenantId && row.Id == passkey.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Name, name), ct);
    }

    public async Task RemoveAsync(Passkey passkey, CancellationToken ct)
    {
        await db.EnsureTransactionAsync(ct);
        await db.Set<Passkey>().Where(row => row.TenantId == passkey.TenantId && row.Id == passkey.Id).ExecuteDeleteAsync(ct);
    }

    public async Task<bool> TryUseAsync(Passkey passkey, long signCount, bool backedUp, DateTimeOffset now, CancellationToken ct)
    {
        await using var own = await contexts.CreateDbContextAsync(ct);
        return await own.Set<Passkey>()
            .Where(row => row.TenantId == passkey.TenantId && row.Id == passkey.Id
                && (row.SignCount < signCount || (row.SignCount == 0 && signCount == 0)))
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.SignCount, signCount).SetProperty(row => row.BackedUp, backedUp).SetProperty(row => row.LastUsedAt, now),
                ct) == 1;
    }

    public async Task SaveAsync(PasskeyCeremony ceremony, CancellationToken ct)
    {
        await using var own = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await own.Database.BeginTransactionAsync(ct);
        await own.Set<PasskeyCeremony>().Where(row => row.Owner == ceremony.Owner && row.Purpose == ceremony.Purpose).ExecuteDeleteAsync(ct);
        own.Add(ceremony);
        try
        {
            await own.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }
        catch (DbUpdateException taken) when (dialect.IsTaken(taken))
        {
            // Two pages of one sign-in asked at the same moment: one challenge is enough, and the other page is told so.
            await transaction.RollbackAsync(CancellationToken.None);
        }
    }

    public async Task<PasskeyCeremony?> TakeAsync(
        TenantId tenantId, PasskeyPurpose purpose, Guid owner, DateTimeOffset now, CancellationToken ct)
    {
        await using var own = await contexts.CreateDbContextAsync(ct);
        var ceremony = await own.Set<PasskeyCeremony>().AsNoTracking().FirstOrDefaultAsync(
            row => row.TenantId == tenantId && row.Purpose == purpose && row.Owner == owner && row.ExpiresAt > now, ct);
        return ceremony is not null
            && await own.Set<PasskeyCeremony>()
                .Where(row => row.Owner == owner && row.Purpose == purpose && row.State == ceremony.State).ExecuteDeleteAsync(ct) == 1
            ? ceremony
            : null;
    }

    public Task<int> RemoveExpiredAsync(DateTimeOffset now, CancellationToken ct) =>
        db.Set<PasskeyCeremony>().Where(ceremony => ceremony.ExpiresAt <= now).ExecuteDeleteAsync(ct);
}
