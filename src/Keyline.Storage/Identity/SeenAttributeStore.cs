using Keyline.Identity.Federation;
using Keyline.Identity.SignIn;
using Keyline.Storage.Core;
using Microsoft.EntityFrameworkCore;

namespace Keyline.Storage.Identity;

/// <summary>Attributes that IdPs have sent. They are written in a unit of work of their own: a sign-in never fails for them.</summary>
internal sealed class SeenAttributeStore(IdentityContext db, IDbContextFactory<IdentityContext> contexts, Dialect dialect) : ISeenAttributeStore
{
    public async Task<IReadOnlyList<SeenAttribute>> ListAsync(TenantId tenantId, ConnectionId connectionId, CancellationToken ct) =>
        await db.Set<SeenAttribute>().AsNoTracking()
            .Where(seen => seen.TenantId == tenantId && seen.ConnectionId == connectionId)
            .OrderBy(seen => seen.Name).ToListAsync(ct);

    public async Task AddAsync(IReadOnlyList<SeenAttribute> attributes, CancellationToken ct)
    {
        foreach (var attribute in attributes)
        {
            await using var own = await contexts.CreateDbContextAsync(ct);
            own.Add(attribute);
            try
            {
                await own.SaveChangesAsync(ct);
            }
            catch (DbUpdateException taken) when (dialect.IsTaken(taken))
            {
                // Another sign-in brought it at the same moment.
            }
        }
    }
}
