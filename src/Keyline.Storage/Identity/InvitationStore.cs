using Keyline.Identity.SignIn.Invitations;
using Microsoft.EntityFrameworkCore;

namespace Keyline.Storage.Identity;

/// <summary>Invitations. What is spent is spent at once, before anything that follows from it is done.</summary>
internal sealed class InvitationStore(IdentityContext db, IDbContextFactory<IdentityContext> contexts) : IInvitationStore
{
    public void Add(Invitation invitation) => db.Add(invitation);

    public Task<Invitation?> FindAsync(TenantId tenantId, byte[] tokenHash, CancellationToken ct) =>
        db.Set<Invitation>().AsNoTracking()
            .FirstOrDefaultAsync(invitation => invitation.TenantId == tenantId && invitation.TokenHash == tokenHash, ct);

    public async Task<bool> SpendAsync(TenantId tenantId, Guid id, DateTimeOffset now, CancellationToken ct)
    {
        await using var own = await contexts.CreateDbContextAsync(ct);
        return await own.Set<Invitation>()
            .Where(invitation => invitation.TenantId == tenantId && invitation.Id == id && invitation.SpentAt == null && invitation.ExpiresAt > now)
            .ExecuteUpdateAsync(set => set.SetProperty(invitation => invitation.SpentAt, now), ct) == 1;
    }

    public Task<int> RemoveExpiredAsync(DateTimeOffset now, CancellationToken ct) =>
        db.Set<Invitation>().Where(invitation => invitation.ExpiresAt < now).ExecuteDeleteAsync(ct);
}
