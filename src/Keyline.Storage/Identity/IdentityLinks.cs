using Keyline.Identity.Federation;
using Keyline.Identity.People;
using Microsoft.EntityFrameworkCore;

namespace Keyline.Storage.Identity;

/// <summary>Who is who at which connection.</summary>
internal sealed class IdentityLinks(IdentityContext db) : IIdentityLinks
{
    public Task<PersonIdentity?> FindAsync(ConnectionId connectionId, string subject, CancellationToken ct) =>
        db.Set<PersonIdentity>().AsNoTracking()
            .FirstOrDefaultAsync(identity => identity.ConnectionId == connectionId && identity.Subject == subject, ct);

    public async Task<IReadOnlyList<PersonIdentity>> ListAsync(PersonId personId, CancellationToken ct) =>
        await db.Set<PersonIdentity>().AsNoTracking().Where(identity => identity.PersonId == personId)
            .OrderBy(identity => identity.LinkedAt).Take(100).ToListAsync(ct);

    public void Add(PersonIdentity identity) => db.Add(identity);

    public void Remove(PersonIdentity identity) => db.Remove(identity);
}
