using Keyline.Identity.Authenticators.Links;
using Keyline.Identity.People;
using Microsoft.EntityFrameworkCore;

namespace Keyline.Storage.Identity.Authenticators;

/// <summary>One-time links for credentials.</summary>
internal sealed class CredentialLinkStore(IdentityContext db, IDbContextFactory<IdentityContext> contexts) : ICredentialLinkStore
{
    public async Task AddAsync(CredentialLink link, CancellationToken ct)
    {
        await RemoveAllAsync(link.TenantId, link.PersonId, ct);
        db.Add(link);
    }

    public Task<CredentialLink?> FindAsync(TenantId tenantId, byte[] secretHash, CancellationToken ct) =>
        db.Set<CredentialLink>().AsNoTracking().FirstOrDefaultAsync(link => link.TenantId == tenantId && link.SecretHash == secretHash, ct);

    public async Task<bool> SpendAsync(CredentialLinkId id, DateTimeOffset now, CancellationToken ct)
    {
        await using var own = await contexts.CreateDbContextAsync(ct);
        return await own.Set<CredentialLink>().Where(link => link.Id == id && link.SpentAt == null && link.ExpiresAt > now)
            .ExecuteUpdateAsync(set => set.SetProperty(link => link.SpentAt, now), ct) == 1;
    }

    public async Task RemoveAllAsync(TenantId tenantId, PersonId personId, CancellationToken ct)
    {
        await db.EnsureTransactionAsync(ct);
        await db.Set<CredentialLink>().Where(link => link.TenantId == tenantId && link.PersonId == personId).ExecuteDeleteAsync(ct);
    }

    public Task<int> RemoveExpiredAsync(DateTimeOffset now, CancellationToken ct) =>
        db.Set<CredentialLink>().Where(link => link.ExpiresAt <= now).ExecuteDeleteAsync(ct);
}
