using Keyline.Identity.People;

namespace Keyline.Identity.Roles.Protection;

/// <summary>Says whether a tenant has a break-glass account that somebody could come in with.</summary>
public interface IBreakGlassWays
{
    /// <summary>Whether there is one that is set up, leaving one person out.</summary>
    Task<bool> AnyAsync(TenantId tenantId, PersonId? except, CancellationToken ct);
}
