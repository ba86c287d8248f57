using Keyline.Identity.Authenticators.RecoveryCodes;
using Keyline.Identity.People;
using Microsoft.EntityFrameworkCore;

namespace Keyline.Storage.Identity.Authenticators;

/// <summary>People's recovery codes.</summary>
internal sealed class RecoveryCodeStore(IdentityContext db, IDbContextFactory<IdentityContext> contexts) : IRecoveryCodeStore
{
    public Task<int> CountLeftAsync(TenantId tenantId, PersonId personId, CancellationToken ct) =>
        db.Set<StoredRecoveryCode>().CountAsync(code => code.TenantId == tenantId && code.PersonId == personId && code.UsedAt == null, ct);

    public async Task ReplaceAllAsync(TenantId tenantId, PersonId personId, IReadOnlyList<StoredRecoveryCode> codes, CancellationToken ct)
    {
        await db.EnsureTransactionAsync(ct);
        await db.Set<StoredRecoveryCode>().Where(code => code.TenantId == tenantId && code.PersonId == personId).ExecuteDeleteAsync(ct);
        db.AddRange(codes);
    }

    public async Task<bool> TryUseAsync(TenantId tenantId, PersonId personId, byte[] hash, DateTimeOffset now, CancellationToken ct)
    {
        await using var own = await contexts.CreateDbContextAsync(ct);
        return await own.Set<StoredRecoveryCode>()
            .Where(code => code.TenantId == tenantId && code.PersonId == personId && code.Hash == hash && code.UsedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(code => code.UsedAt, now), ct) == 1;
    }
}
