namespace Keyline.Devices.Sites;

/// <summary>Port: the sites of a tenant.</summary>
public interface ISiteStore
{
    Task<Site?> FindAsync(TenantId tenantId, string slug, CancellationToken ct);

    /// <summary>All sites of a tenant, ordered by slug; a tenant has at most a few hundred.</summary>
    Task<IReadOnlyList<Site>> ListAsync(TenantId tenantId, CancellationToken ct);

    void Add(Site site);

    void Remove(Site site);
}
