namespace Keyline.Identity.Federation;

/// <summary>Port: connections.</summary>
public interface IConnectionStore
{
    Task<Connection?> FindAsync(TenantId tenantId, string slug, CancellationToken ct);

    Task<Connection?> FindAsync(TenantId tenantId, ConnectionId id, CancellationToken ct);

    Task<IReadOnlyList<Connection>> ListAsync(TenantId tenantId, CancellationToken ct);

    /// <summary>All connections of the installation behind an id, for scheduled work.</summary>
    Task<IReadOnlyList<Connection>> ListAllAsync(ConnectionId? after, int limit, CancellationToken ct);

    void Add(Connection connection);

    void Update(Connection connection);

    void Remove(Connection connection);
}
