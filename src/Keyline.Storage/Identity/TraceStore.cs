using Keyline.Identity.Federation;
using Keyline.Identity.SignIn.Traces;
using Microsoft.EntityFrameworkCore;

namespace Keyline.Storage.Identity;

/// <summary>Traces of refused and odd sign-ins.</summary>
internal sealed class TraceStore(IdentityContext db) : ITraceStore
{
    private IQueryable<SignInTrace> Traces => db.Set<SignInTrace>().AsNoTracking();

    public void Add(SignInTrace trace) => db.Add(trace);

    public Task<SignInTrace?> FindAsync(TenantId tenantId, string reference, CancellationToken ct) =>
        Traces.FirstOrDefaultAsync(trace => trace.TenantId == tenantId && trace.Reference == reference, ct);

    public async Task<IReadOnlyList<SignInTrace>> ListAsync(
        TenantId tenantId, ConnectionId? connectionId, DateTimeOffset? before, int limit, CancellationToken ct)
    {
        var found = Traces.Where(trace => trace.TenantId == tenantId);
        if (connectionId is { } connection)
        {
            found = found.Where(trace => trace.ConnectionId == connection);
        }

        if (before is { } instant)
        {
            found = found.Where(trace => trace.At < instant);
        }

        return await found.OrderByDescending(trace => trace.At).ThenBy(trace => trace.Reference).Take(limit).ToListAsync(ct);
    }

    public Task<int> RemoveOlderAsync(DateTimeOffset than, CancellationToken ct) =>
        db.Set<SignInTrace>().Where(trace => trace.At < than).ExecuteDeleteAsync(ct);
}
