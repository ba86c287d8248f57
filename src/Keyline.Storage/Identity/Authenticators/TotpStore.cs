using Keyline.Identity.Authenticators.Totp;
using Keyline.Identity.People;
using Microsoft.EntityFrameworkCore;

namespace Keyline.Storage.Identity.Authenticators;

/// <summary>People's authenticator apps. The last used step of a secret never goes back, whoever writes at the same time.</summary>
internal sealed class TotpStore(IdentityContext db, IDbContextFactory<IdentityContext> contexts) : ITotpStore
{
    public Task<TotpCredential?> FindAsync(TenantId tenantId, PersonId personId, CancellationToken ct) =>
        db.Set<TotpCredential>().AsNoTracking().FirstOrDefaultAsync(totp => totp.TenantId == tenantId && totp.PersonId == personId, ct);

    public async Task SaveAsync(TotpCredential credential, CancellationToken ct)
    {
        await db.EnsureTransactionAsync(ct);
        var replaced = await db.Set<TotpCredential>()
            .Where(totp => totp.TenantId == credential.TenantId && totp.PersonId == credential.PersonId)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(totp => totp.LastStep, totp => totp.SealedSecret == credential.SealedSecret && totp.LastStep > credential.LastStep
                        ? totp.LastStep
                        : credential.LastStep)
                    .SetProperty(totp => totp.SealedSecret, credential.SealedSecret)
                    .SetProperty(totp => totp.ConfirmedAt, credential.ConfirmedAt)
                    .SetProperty(totp => totp.SealedPending, credential.SealedPending)
                    .SetProperty(totp => totp.PendingSince, credential.PendingSince),
                ct);
        if (replaced == 0)
        {
            db.Add(credential);
        }
    }

    public async Task RemoveAsync(TenantId tenantId, PersonId personId, CancellationToken ct)
    {
        await db.EnsureTransactionAsync(ct);
        await db.Set<TotpCredential>().Where(totp => totp.TenantId == tenantId && totp.PersonId == personId).ExecuteDeleteAsync(ct);
    }

    public async Task<bool> TryUseStepAsync(TenantId tenantId, PersonId personId, long timeStep, DateTimeOffset now, CancellationToken ct)
    {
        await using var own = await contexts.CreateDbContextAsync(ct);
        return await own.Set<TotpCredential>()
            .Where(totp => totp.TenantId == tenantId && totp.PersonId == personId && totp.SealedSecret != null && totp.LastStep < timeStep)
            .ExecuteUpdateAsync(set => set.SetProperty(totp => totp.LastStep, timeStep).SetProperty(totp => totp.LastUsedAt, now), ct) == 1;
    }
}
