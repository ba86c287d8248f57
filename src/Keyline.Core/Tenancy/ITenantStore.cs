namespace Keyline.Tenancy;

/// <summary>Port: the tenants of this installation.</summary>
public interface ITenantStore
{
    /// <summary>A tenant by its slug.</summary>
    Task<Tenant?> FindAsync(TenantSlug slug, CancellationToken ct);

    /// <summary>A tenant by its id.</summary>
    Task<Tenant?> FindAsync(TenantId id, CancellationToken ct);

    /// <summary>Tenants whose slug or name holds a text, in the order in which they were made, behind one.</summary>
    Task<IReadOnlyList<Tenant>> SearchAsync(string text, TenantId? after, int limit, CancellationToken ct);

    /// <summary>Adds a tenant with the next commit.</summary>
    void Add(Tenant tenant);

    /// <summary>Replaces a tenant with the next commit.</summary>
    void Update(Tenant tenant);
}
