namespace Keyline.Identity.SamlProvider.Apps;

/// <summary>Port: the service providers of a tenant.</summary>
public interface ISamlAppStore
{
    Task<SamlApp?> FindAsync(TenantId tenantId, SamlAppId id, CancellationToken ct);

    Task<SamlApp?> FindByEntityIdAsync(TenantId tenantId, string entityId, CancellationToken ct);

    Task<IReadOnlyList<SamlApp>> ListAsync(TenantId tenantId, CancellationToken ct);

    void Add(SamlApp app);

    void Update(SamlApp app);

    void Remove(SamlApp app);
}
