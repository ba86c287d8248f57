namespace Keyline.Identity.Domains;

/// <summary>Port: claimed domains. A name is verified for one tenant of the installation at most.</summary>
public interface IDomainStore : IDomainSchedule
{
    Task<Domain?> FindAsync(TenantId tenantId, DomainId id, CancellationToken ct);

    Task<Domain?> FindAsync(TenantId tenantId, string name, CancellationToken ct);

    /// <summary>The claim that is verified, whoever's it is.</summary>
    Task<Domain?> FindVerifiedAsync(string name, CancellationToken ct);

    Task<IReadOnlyList<Domain>> ListAsync(TenantId tenantId, CancellationToken ct);

    void Add(Domain domain);

    void Update(Domain domain);

    void Remove(Domain domain);
}
