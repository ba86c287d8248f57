using Keyline.Tenancy;

namespace Keyline.Testing.Identity;

public sealed class FakeTenants(FakeJournal journal) : ITenantStore
{
    public IList<Tenant> All { get; } = [];

    public Task<Tenant?> FindAsync(TenantSlug slug, CancellationToken ct) => Task.FromResult(All.FirstOrDefault(tenant => tenant.Slug == slug));

    public Task<Tenant?> FindAsync(TenantId id, CancellationToken ct) => Task.FromResult(All.FirstOrDefault(tenant => tenant.Id == id));

    public Task<IReadOnlyList<Tenant>> SearchAsync(string text, TenantId? after, int limit, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<Tenant>>(
            [.. All.Where(tenant => tenant.Name.Contains(text, StringComparison.OrdinalIgnoreCase) && (after is null || tenant.Id > after)).Take(limit)]);

    public void Add(Tenant tenant) => journal.Pend(() => All.All(other => other.Slug != tenant.Slug), () => All.Add(tenant));

    public void Update(Tenant tenant) =>
        journal.Pend(() => All.Any(other => other.Id == tenant.Id), () => All[All.IndexOf(All.First(other => other.Id == tenant.Id))] = tenant);
}
