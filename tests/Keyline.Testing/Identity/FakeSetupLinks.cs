using Keyline.Identity.SetupLinks;

namespace Keyline.Testing.Identity;

public sealed class FakeSetupLinks(FakeJournal journal) : ISetupLinkStore
{
    public IList<SetupLink> All { get; } = [];

    public Task<SetupLink?> FindAsync(TenantId tenantId, SetupLinkId id, CancellationToken ct) =>
        Task.FromResult(All.FirstOrDefault(link => link.TenantId == tenantId && link.Id == id));

    public Task<SetupLink?> FindAsync(TenantId tenantId, byte[] tokenHash, CancellationToken ct) =>
        Task.FromResult(All.FirstOrDefault(link => link.TenantId == tenantId && link.TokenHash.AsSpan().SequenceEqual(tokenHash)));

    public Task<IReadOnlyList<SetupLink>> ListAsync(TenantId tenantId, SetupLinkId? before, int limit, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<SetupLink>>(
            [.. All.Where(link => link.TenantId == tenantId && (before is null || link.Id < before)).OrderByDescending(link => link.Id).Take(limit)]);

    public Task<bool> ActivateAsync(SetupLinkId id, byte[] browserHash, string address, DateTimeOffset now, CancellationToken ct)
    {
        var found = All.FirstOrDefault(link => link.Id == id && link.StateAt(now) == SetupLinkState.Unused);
        if (found is not null)
        {
            All[All.IndexOf(found)] = found with { ActivatedAt = now, BrowserHash = browserHash, ActivatedFrom = address };
        }

        return Task.FromResult(found is not null);
    }

    public void Add(SetupLink link) => journal.Pend(() => All.Add(link));

    public void Update(SetupLink link) => journal.Pend(
        () => All.Any(other => other.Id == link.Id), () => All[All.IndexOf(All.First(other => other.Id == link.Id))] = link);
}
