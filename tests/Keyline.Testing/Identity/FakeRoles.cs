using Keyline.Identity.People;
using Keyline.Identity.Roles;

namespace Keyline.Testing.Identity;

public sealed class FakeRoles(FakeJournal journal) : IRoleStore
{
    public IList<CustomRole> Custom { get; } = [];

    public IList<Mapping> Mappings { get; } = [];

    public IList<DirectGrant> Grants { get; } = [];

    public Task<IReadOnlyList<CustomRole>> ListCustomRolesAsync(TenantId tenantId, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<CustomRole>>([.. Custom.Where(role => role.TenantId == tenantId)]);

    public Task<IReadOnlyList<Mapping>> ListMappingsAsync(TenantId tenantId, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<Mapping>>([.. Mappings.Where(mapping => mapping.TenantId == tenantId)]);

    public Task<IReadOnlyList<DirectGrant>> ListGrantsAsync(TenantId tenantId, PersonId? personId, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<DirectGrant>>(
            [.. Grants.Where(grant => grant.TenantId == tenantId && (personId is null || grant.PersonId == personId))]);

    public void Add(CustomRole role) => journal.Pend(() => Custom.Add(role));

    public void Add(Mapping mapping) => journal.Pend(() => Mappings.Add(mapping));

    public void Add(DirectGrant grant) => journal.Pend(() => Grants.Add(grant));

    public void Update(CustomRole role) => journal.Pend(
        () => Custom.Any(other => other.Name == role.Name), () => Custom[Custom.IndexOf(Custom.First(other => other.Name == role.Name))] = role);

    public void Remove(CustomRole role) => journal.Pend(() => Custom.Remove(role));

    public void Remove(Mapping mapping) => journal.Pend(() => Mappings.Remove(mapping));

    public void Remove(DirectGrant grant) => journal.Pend(() => Grants.Remove(grant));
}
