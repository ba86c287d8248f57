using Keyline.Identity.Federation;
using Keyline.Identity.People;
using Keyline.Storage.Core;
using Microsoft.EntityFrameworkCore;

namespace Keyline.Storage.Identity;

/// <summary>Who is who at which connection.</summary>
internal sealed class IdentityLinks(IdentityContext db) : IIdentityLinks
{
    // I4: a subject that can't be stored as it came would look like another one.
    public async Task<PersonIdentity?> FindAsync(ConnectionId connectionId, string subject, CancellationToken ct) =>
        StoredText.IsClean(subject)
            ? await db.Set<PersonIdentity>().AsNoTracking()
                .FirstOrDefaultAsync(identity => identity.ConnectionId == connectionId && identity.Subject == subject, ct)
            : null;

    public async Task<IReadOnlyList<PersonIdentity>> ListAsync(PersonId personId, CancellationToken ct) =>
        await db.Set<PersonIdentity>().AsNoTracking().Where(identity => identity.PersonId == personId)
            .OrderBy(identity => identity.LinkedAt).Take(100).ToListAsync(ct);

    public Task<int> CountAsync(TenantId tenantId, ConnectionId connectionId, CancellationToken ct) =>
        db.Set<PersonIdentity>().CountAsync(identity => identity.TenantId == tenantId && identity.ConnectionId == connectionId, ct);

    public void Add(PersonIdentity identity) => db.Add(identity);

    public void Remove(PersonIdentity identity) => db.Remove(identity);
}
