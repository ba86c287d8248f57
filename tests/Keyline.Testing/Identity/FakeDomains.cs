using Keyline.Identity.Domains;

namespace Keyline.Testing.Identity;

public sealed class FakeDomains(FakeJournal journal) : IDomainStore
{
    public IList<Domain> All { get; } = [];

    public Task<Domain?> FindAsync(TenantId tenantId, DomainId id, CancellationToken ct) =>
        Task.FromResult(All.FirstOrDefault(domain => domain.TenantId == tenantId && domain.Id == id));

    public Task<Domain?> FindAsync(TenantId tenantId, string name, CancellationToken ct) =>
        Task.FromResult(All.FirstOrDefault(domain => domain.TenantId == tenantId && domain.Name == name));

    public Task<Domain?> FindVerifiedAsync(string name, CancellationToken ct) =>
        Task.FromResult(All.FirstOrDefault(domain => domain.VerifiedAt is not null && domain.Name == name));

    public Task<IReadOnlyList<Domain>> ListAsync(TenantId tenantId, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<Domain>>([.. All.Where(domain => domain.TenantId == tenantId)]);

    public Task<IReadOnlyList<Domain>> ListDueAsync(DateTimeOffset checkedBefore, int limit, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<Domain>>(
            [.. All.Where(domain => domain.VerifiedAt is not null && (domain.CheckedAt is null || domain.CheckedAt < checkedBefore)).Take(limit)]);

    public Task<IReadOnlyList<Domain>> ListUnprovedAsync(DateTimeOffset claimedBefore, int limit, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<Domain>>([.. All.Where(domain => domain.VerifiedAt is null && domain.ClaimedAt < claimedBefore).Take(limit)]);

    public Task<bool> TakeCheckAsync(Domain seen, DateTimeOffset now, CancellationToken ct)
    {
        var found = All.FirstOrDefault(domain => domain.Id == seen.Id && domain.CheckedAt == seen.CheckedAt);
        if (found is not null)
        {
            All[All.IndexOf(found)] = found with { CheckedAt = now };
        }

        return Task.FromResult(found is not null);
    }

    public void Add(Domain domain) => journal.Pend(
        () => All.All(other => other.TenantId != domain.TenantId || other.Name != domain.Name), () => All.Add(domain));

    public void Update(Domain domain) => journal.Pend(
        () => All.Any(other => other.Id == domain.Id)
            && (domain.VerifiedAt is null || All.All(other => other.Id == domain.Id || other.VerifiedAt is null || other.Name != domain.Name)),
        () => All[All.IndexOf(All.First(other => other.Id == domain.Id))] = domain);

    public void Remove(Domain domain) => journal.Pend(
        () => All.Any(other => other.Id == domain.Id), () => All.Remove(All.First(other => other.Id == domain.Id)));
}
