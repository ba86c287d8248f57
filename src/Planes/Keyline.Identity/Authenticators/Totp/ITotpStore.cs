using Keyline.Identity.People;

namespace Keyline.Identity.Authenticators.Totp;

/// <summary>Port: people's authenticator apps.</summary>
public interface ITotpStore
{
    Task<TotpCredential?> FindAsync(TenantId tenantId, PersonId personId, CancellationToken ct);

    /// <summary>Adds or replaces with the next commit.</summary>
    Task SaveAsync(TotpCredential credential, CancellationToken ct);

    /// <summary>Removes with the next commit.</summary>
    Task RemoveAsync(TenantId tenantId, PersonId personId, CancellationToken ct);

    /// <summary>
    /// Uses a time step at once: true for exactly one caller on any node, and never for a step up to the last one used.
    /// </summary>
    Task<bool> TryUseStepAsync(TenantId tenantId, PersonId personId, long timeStep, DateTimeOffset now, CancellationToken ct);
}
