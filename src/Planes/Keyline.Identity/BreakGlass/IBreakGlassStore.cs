using Keyline.Identity.BreakGlass.Drills;
using Keyline.Identity.People;

namespace Keyline.Identity.BreakGlass;

/// <summary>Port: break-glass accounts and their drills.</summary>
public interface IBreakGlassStore
{
    Task<BreakGlassAccount?> FindAsync(TenantId tenantId, PersonId personId, CancellationToken ct);

    /// <summary>Adds or replaces with the next commit.</summary>
    Task SaveAsync(BreakGlassAccount account, CancellationToken ct);

    /// <summary>Removes with the next commit.</summary>
    Task RemoveAsync(TenantId tenantId, PersonId personId, CancellationToken ct);

    /// <summary>The drill of an account whose window is open.</summary>
    Task<Drill?> FindOpenDrillAsync(TenantId tenantId, PersonId personId, DateTimeOffset now, CancellationToken ct);

    /// <summary>Drills of a tenant, the newest first.</summary>
    Task<IReadOnlyList<Drill>> ListDrillsAsync(TenantId tenantId, int limit, CancellationToken ct);

    /// <summary>How many accounts of the installation were not drilled since an instant, or never.</summary>
    Task<int> CountUndrilledAsync(DateTimeOffset since, CancellationToken ct);

    /// <summary>Adds or replaces a drill with the next commit.</summary>
    Task SaveAsync(Drill drill, CancellationToken ct);
}
