using Keyline.Identity.People;

namespace Keyline.Identity.Roles;

/// <summary>Port: a tenant's own roles, mappings and direct grants.</summary>
public interface IRoleStore
{
    Task<IReadOnlyList<CustomRole>> ListCustomRolesAsync(TenantId tenantId, CancellationToken ct);

    Task<IReadOnlyList<Mapping>> ListMappingsAsync(TenantId tenantId, CancellationToken ct);

    Task<IReadOnlyList<DirectGrant>> ListGrantsAsync(TenantId tenantId, PersonId? personId, CancellationToken ct);

    void Add(CustomRole role);

    void Add(Mapping mapping);

    void Add(DirectGrant grant);

    void Update(CustomRole role);

    void Remove(CustomRole role);

    void Remove(Mapping mapping);

    void Remove(DirectGrant grant);
}
