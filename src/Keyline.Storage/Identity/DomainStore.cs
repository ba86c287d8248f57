using Keyline.Identity.Domains;
using Keyline.Storage.Identity.Rows;
using Microsoft.EntityFrameworkCore;

namespace Keyline.Storage.Identity;

/// <summary>Claimed domains.</summary>
internal sealed class DomainStore(IdentityContext db) : IDomainStore
{
    private IQueryable<Domain> Domains => db.Set<Domain>().AsNoTracking();

    public Task<Domain?> FindAsync(TenantId tenantId, DomainId id, CancellationToken ct) =>
        Domains.FirstOrDefaultAsync(domain => domain.TenantId == tenantId && domain.Id == id, ct);

    public Task<Domain?> FindAsync(TenantId tenantId, string name, CancellationToken ct) =>
        Domains.FirstOrDefaultAsync(domain => domain.TenantId == tenantId && domain.Name == name, ct);

    public Task<Domain?> FindVerifiedAsync(string name, CancellationToken ct) =>
        Domains.FirstOrDefaultAsync(domain => EF.Property<string?>(domain, FederationRows.VerifiedName) == name, ct);

    public async Task<IReadOnlyList<Domain>> ListAsync(TenantId tenantId, CancellationToken ct) =>
        await Domains.Where(domain => domain.TenantId == tenantId).OrderBy(domain => domain.Name).Take(1000).ToListAsync(ct);

    public async Task<IReadOnlyList<Domain>> ListDueAsync(DateTimeOffset checkedBefore, int limit, CancellationToken ct) =>
        await Domains.Where(domain => domain.VerifiedAt != null && (domain.CheckedAt == null || domain.CheckedAt < checkedBefore))
            .OrderBy(domain => domain.CheckedAt).Take(limit).ToListAsync(ct);

    public async Task<IReadOnlyList<Domain>> ListUnprovedAsync(DateTimeOffset claimedBefore, int limit, CancellationToken ct) =>
        await Domains.Where(domain => domain.VerifiedAt == null && domain.ClaimedAt < claimedBefore
                && (domain.MissingSince == null || domain.MissingSince < claimedBefore))
            .OrderBy(domain => domain.ClaimedAt).Take(limit).ToListAsync(ct);

    public async Task<bool> TakeCheckAsync(Domain seen, DateTimeOffset now, CancellationToken ct) =>
        await db.Set<Domain>().Where(domain => domain.Id == seen.Id && domain.CheckedAt == seen.CheckedAt)
            .ExecuteUpdateAsync(set => set.SetProperty(domain => domain.CheckedAt, now), ct) == 1;

    public void Add(Domain domain)
    {
        db.Add(domain);
        SetVerified(domain);
    }

    public void Update(Domain domain)
    {
        db.Replace(domain);
        SetVerified(domain);
    }

    public void Remove(Domain domain) => db.Remove(domain);

    private void SetVerified(Domain domain) =>
        db.SetShadow(domain, FederationRows.VerifiedName, domain.VerifiedAt is null ? null : domain.Name);
}
