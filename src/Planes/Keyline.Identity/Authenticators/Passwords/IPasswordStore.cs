using Keyline.Identity.People;

namespace Keyline.Identity.Authenticators.Passwords;

/// <summary>Port: people's passwords.</summary>
public interface IPasswordStore
{
    Task<PasswordCredential?> FindAsync(TenantId tenantId, PersonId personId, CancellationToken ct);

    /// <summary>Adds or replaces with the next commit.</summary>
    Task SaveAsync(PasswordCredential credential, CancellationToken ct);

    /// <summary>Replaces the hash at once, if it is still the one that was read.</summary>
    Task<bool> TryRehashAsync(PasswordCredential read, string newHash, CancellationToken ct);

    /// <summary>Removes with the next commit.</summary>
    Task RemoveAsync(TenantId tenantId, PersonId personId, CancellationToken ct);
}
