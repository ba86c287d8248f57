using Keyline.Identity.Federation;
using Microsoft.EntityFrameworkCore;

namespace Keyline.Storage.Identity;

/// <summary>Connections.</summary>
internal sealed class ConnectionStore(IdentityContext db) : IConnectionStore
{
    private IQueryable<Connection> Connections => db.Set<Connection>().AsNoTracking();

    public Task<Connection?> FindAsync(TenantId tenantId, string slug, CancellationToken ct) =>
        Connections.FirstOrDefaultAsync(connection => connection.TenantId == tenantId && connection.Slug == slug, ct);

    public Task<Connection?> FindAsync(TenantId tenantId, ConnectionId id, CancellationToken ct) =>
        Connections.FirstOrDefaultAsync(connection => connection.TenantId == tenantId && connection.Id == id, ct);

    public async Task<IReadOnlyList<Connection>> ListAsync(TenantId tenantId, CancellationToken ct) =>
        await Connections.Where(connection => connection.TenantId == tenantId).OrderBy(connection => connection.Id).ToListAsync(ct);

    public async Task<IReadOnlyList<Connection>> ListAllAsync(ConnectionId? after, int limit, CancellationToken ct)
    {
        var all = Connections;
        if (after is { } last)
        {
            all = all.Where(connection => connection.Id > last);
        }

        return await all.OrderBy(connection => connection.Id).Take(limit).ToListAsync(ct);
    }

    public void Add(Connection connection) => db.Add(connection);

    public void Update(Connection connection) => db.Replace(connection);

    public void Remove(Connection connection) => db.Remove(connection);
}
