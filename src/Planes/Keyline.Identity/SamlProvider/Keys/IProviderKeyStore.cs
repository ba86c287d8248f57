namespace Keyline.Identity.SamlProvider.Keys;

/// <summary>Port: the signing keys of the tenants' identity providers.</summary>
public interface IProviderKeyStore
{
    Task<ProviderKeySet?> FindAsync(TenantId tenantId, CancellationToken ct);

    /// <summary>Adds the first keys of a tenant; the commit is refused when another node was first.</summary>
    void Add(ProviderKeySet keys);

    void Update(ProviderKeySet keys);
}
