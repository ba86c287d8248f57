using Keyline.Identity.SetupLinks;
using Microsoft.EntityFrameworkCore;

namespace Keyline.Storage.Identity;

/// <summary>Set-up links.</summary>
internal sealed class SetupLinkStore(IdentityContext db) : ISetupLinkStore
{
    private IQueryable<SetupLink> Links => db.Set<SetupLink>().AsNoTracking();

    public Task<SetupLink?> FindAsync(TenantId tenantId, SetupLinkId id, CancellationToken ct) =>
        Links.FirstOrDefaultAsync(link => link.TenantId == tenantId && link.Id == id, ct);

    public Task<SetupLink?> FindAsync(TenantId tenantId, byte[] tokenHash, CancellationToken ct) =>
        Links.FirstOrDefaultAsync(link => link.TenantId == tenantId && link.TokenHash == tokenHash, ct);

    public async Task<IReadOnlyList<SetupLink>> ListAsync(TenantId tenantId, SetupLinkId? before, int limit, CancellationToken ct)
    {
        var links = Links.Where(link => link.TenantId == tenantId);
        if (before is { } last)
        {
            links = links.Where(link => link.Id < last);
        }

        return await links.OrderByDescending(link => link.Id).Take(limit).ToListAsync(ct);
    }

    public async Task<bool> ActivateAsync(SetupLinkId id, byte[] browserHash, string address, DateTimeOffset now, CancellationToken ct) =>
        await db.Set<SetupLink>()
            .Where(link => link.Id == id && link.ActivatedAt == null && link.RevokedAt == null && link.FinishedAt == null && link.ExpiresAt > now)
            .ExecuteUpdateAsync(set => set.SetProperty(link => link.ActivatedAt, now).SetProperty(link => link.BrowserHash, browserHash)
                .SetProperty(link => link.ActivatedFrom, address), ct) == 1;

    public void Add(SetupLink link) => db.Add(link);

    public void Update(SetupLink link) => db.Replace(link);
}
