using Keyline.Identity.People;
using Keyline.Identity.Roles;
using Microsoft.EntityFrameworkCore;

namespace Keyline.Storage.Identity;

/// <summary>Custom roles, mappings and direct grants.</summary>
internal sealed class RoleStore(IdentityContext db) : IRoleStore
{
    public async Task<IReadOnlyList<CustomRole>> ListCustomRolesAsync(TenantId tenantId, CancellationToken ct) =>
        await db.Set<CustomRole>().AsNoTracking().Where(role => role.TenantId == tenantId).OrderBy(role => role.Name).ToListAsync(ct);

    public async Task<IReadOnlyList<Mapping>> ListMappingsAsync(TenantId tenantId, CancellationToken ct) =>
        await db.Set<Mapping>().AsNoTracking().Where(mapping => mapping.TenantId == tenantId).OrderBy(mapping => mapping.Id).ToListAsync(ct);

    public async Task<IReadOnlyList<DirectGrant>> ListGrantsAsync(TenantId tenantId, PersonId? personId, CancellationToken ct)
    {
        var grants = db.Set<DirectGrant>().AsNoTracking().Where(grant => grant.TenantId == tenantId);
        if (personId is { } person)
        {
            grants = grants.Where(grant => grant.PersonId == person);
        }

        return await grants.OrderBy(grant => grant.Id).ToListAsync(ct);
    }

    public void Add(CustomRole role) => db.Add(role);

    public void Add(Mapping mapping) => db.Add(mapping);

    public void Add(DirectGrant grant) => db.Add(grant);

    public void Update(CustomRole role) => db.Replace(role);

    public void Remove(CustomRole role) => db.Remove(role);

    public void Remove(Mapping mapping) => db.Remove(mapping);

    public void Remove(DirectGrant grant) => db.Remove(grant);
}
