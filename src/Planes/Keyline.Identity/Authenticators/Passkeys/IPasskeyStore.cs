using Keyline.Identity.People;

namespace Keyline.Identity.Authenticators.Passkeys;

/// <summary>Port: people's passkeys, and ceremonies under way.</summary>
public interface IPasskeyStore
{
    /// <summary>A person's passkeys, the oldest first.</summary>
    Task<IReadOnlyList<Passkey>> ListAsync(TenantId tenantId, PersonId personId, CancellationToken ct);

    /// <summary>Adds with the next commit; a credential that somebody has already makes that commit fail.</summary>
    void Add(Passkey passkey);

    /// <summary>Gives it another name with the next commit.</summary>
    Task RenameAsync(Passkey passkey, string name, CancellationToken ct);

    /// <summary>Removes with the next commit.</summary>
    Task RemoveAsync(Passkey passkey, CancellationToken ct);

    /// <summary>
    /// Keeps the counter of a use at once, if it is higher than the stored one or both are 0. False: the authenticator was cloned,
    /// or the same assertion came twice.
    /// </summary>
    Task<bool> TryUseAsync(Passkey passkey, long signCount, bool backedUp, DateTimeOffset now, CancellationToken ct);

    /// <summary>Keeps a ceremony at once, in place of an earlier one of the same owner.</summary>
    Task SaveAsync(PasskeyCeremony ceremony, CancellationToken ct);

    /// <summary>Takes a ceremony out at once: each is handed out once, on any node.</summary>
    Task<PasskeyCeremony?> TakeAsync(TenantId tenantId, PasskeyPurpose purpose, Guid owner, DateTimeOffset now, CancellationToken ct);

    Task<int> RemoveExpiredAsync(DateTimeOffset now, CancellationToken ct);
}
