using Keyline.Identity.Federation;
using Keyline.Identity.SignIn.Traces;

namespace Keyline.Testing.Identity;

public sealed class FakeTraces(FakeJournal journal) : ITraceStore
{
    public IList<SignInTrace> All { get; } = [];

    public void Add(SignInTrace trace) => journal.Pend(() => All.Add(trace));

    public Task<SignInTrace?> FindAsync(TenantId tenantId, string reference, CancellationToken ct) =>
        Task.FromResult(All.FirstOrDefault(trace => trace.TenantId == tenantId && trace.Reference == reference));

    public Task<IReadOnlyList<SignInTrace>> ListAsync(
        TenantId tenantId, ConnectionId? connectionId, DateTimeOffset? before, int limit, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<SignInTrace>>([.. All.Where(trace => trace.TenantId == tenantId
            && (connectionId is null || trace.ConnectionId == connectionId) && (before is null || trace.At < before)).Take(limit)]);

    public Task<int> RemoveOlderAsync(DateTimeOffset than, CancellationToken ct) =>
        Task.FromResult(All.Where(trace => trace.At < than).ToList().Count(All.Remove));
}
