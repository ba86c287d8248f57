namespace Keyline.Identity.SetupLinks;

/// <summary>Port: set-up links.</summary>
public interface ISetupLinkStore
{
    Task<SetupLink?> FindAsync(TenantId tenantId, SetupLinkId id, CancellationToken ct);

    Task<SetupLink?> FindAsync(TenantId tenantId, byte[] tokenHash, CancellationToken ct);

    /// <summary>A tenant's links, the newest first.</summary>
    Task<IReadOnlyList<SetupLink>> ListAsync(TenantId tenantId, SetupLinkId? before, int limit, CancellationToken ct);

    /// <summary>Binds an unused link to a browser, at once; false when another browser was first or the link is over.</summary>
    Task<bool> ActivateAsync(SetupLinkId id, byte[] browserHash, string address, DateTimeOffset now, CancellationToken ct);

    void Add(SetupLink link);

    void Update(SetupLink link);
}
