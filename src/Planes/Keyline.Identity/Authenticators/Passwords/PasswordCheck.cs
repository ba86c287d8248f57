using Keyline.Identity.People;
using Keyline.Secrets;

namespace Keyline.Identity.Authenticators.Passwords;

/// <summary>Compares a typed password with a person's, at the same cost whether there is such a person or not.</summary>
public sealed class PasswordCheck(IPasswordStore store, PasswordHasher hasher)
{
    /// <summary>Compares; a right password whose hash is weaker than today's is hashed anew.</summary>
    /// <param name="tenantId">At which tenant.</param>
    /// <param name="person">Whose; null when nobody was found.</param>
    /// <param name="typed">What was typed.</param>
    /// <param name="lane">Who asks.</param>
    /// <param name="ct">Cancels waiting.</param>
    public async Task<PasswordVerdict> VerifyAsync(
        TenantId tenantId, Person? person, SecretText typed, PasswordLane lane, CancellationToken ct)
    {
        // Nobody's password is looked up too: the answer must not come sooner.
        var stored = await store.FindAsync(tenantId, person?.Id ?? PersonId.New(), ct);
        var password = Password.TryParse(typed, out var parsed) ? parsed : null;
        var verdict = await hasher.VerifyAsync(password, stored?.Hash, lane, ct);
        if (verdict != PasswordVerdict.RightButWeaklyHashed)
        {
            return verdict;
        }

        if (stored is not null && password is not null && await hasher.HashAsync(password, lane, ct) is { } stronger)
        {
            await store.TryRehashAsync(stored, stronger, ct);
        }

        return PasswordVerdict.Right;
    }
}
