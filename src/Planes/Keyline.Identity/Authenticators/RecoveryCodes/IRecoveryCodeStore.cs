using Keyline.Identity.People;

namespace Keyline.Identity.Authenticators.RecoveryCodes;

/// <summary>Port: people's recovery codes.</summary>
public interface IRecoveryCodeStore
{
    Task<int> CountLeftAsync(TenantId tenantId, PersonId personId, CancellationToken ct);

    /// <summary>Replaces all codes of a person with the next commit; none of the old ones works after it.</summary>
    Task ReplaceAllAsync(TenantId tenantId, PersonId personId, IReadOnlyList<StoredRecoveryCode> codes, CancellationToken ct);

    /// <summary>Uses a code at once: true for exactly one caller, on any node.</summary>
    Task<bool> TryUseAsync(TenantId tenantId, PersonId personId, byte[] hash, DateTimeOffset now, CancellationToken ct);
}
