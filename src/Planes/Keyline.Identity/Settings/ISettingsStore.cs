namespace Keyline.Identity.Settings;

/// <summary>Port: a tenant's settings.</summary>
public interface ISettingsStore
{
    /// <summary>The settings; the defaults where a tenant has chosen nothing.</summary>
    Task<TenantSettings> GetAsync(TenantId tenantId, CancellationToken ct);

    /// <summary>Keeps the settings with the next commit.</summary>
    Task SaveAsync(TenantSettings settings, CancellationToken ct);
}
