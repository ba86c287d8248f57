using Keyline.Identity.Federation;

namespace Keyline.Testing.Identity;

public sealed class FakeConnections(FakeJournal journal) : IConnectionStore
{
    public IList<Connection> All { get; } = [];

    public Task<Connection?> FindAsync(TenantId tenantId, string slug, CancellationToken ct) =>
        Task.FromResult(All.FirstOrDefault(connection => connection.TenantId == tenantId && connection.Slug == slug));

    public Task<Connection?> FindAsync(TenantId tenantId, ConnectionId id, CancellationToken ct) =>
        Task.FromResult(All.FirstOrDefault(connection => connection.TenantId == tenantId && connection.Id == id));

    public Task<IReadOnlyList<Connection>> ListAsync(TenantId tenantId, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<Connection>>([.. All.Where(connection => connection.TenantId == tenantId)]);

    public Task<IReadOnlyList<Connection>> ListAllAsync(ConnectionId? after, int limit, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<Connection>>(
            [.. All.Where(connection => after is null || connection.Id > after).OrderBy(connection => connection.Id).Take(limit)]);

    public void Add(Connection connection) => journal.Pend(
        () => All.All(other => other.TenantId != connection.TenantId || other.Slug != connection.Slug), () => All.Add(connection));

    public void Update(Connection connection) => journal.Pend(
        () => All.Any(other => other.Id == connection.Id),
        () => All[All.IndexOf(All.First(other => other.Id == connection.Id))] = connection);

    public void Remove(Connection connection) => journal.Pend(
        () => All.Any(other => other.Id == connection.Id), () => All.Remove(All.First(other => other.Id == connection.Id)));
}
