using Keyline.Identity.People;
using Keyline.Secrets;

namespace Keyline.Identity.Authenticators.RecoveryCodes;

/// <summary>Makes and uses recovery codes.</summary>
public sealed class RecoveryCodeSet(IRecoveryCodeStore store, TimeProvider time)
{
    /// <summary>Makes new codes with the next commit. They are shown once; the old ones are dead.</summary>
    public async Task<IReadOnlyList<SecretText>> AddNewAsync(Person person, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var codes = Enumerable.Range(0, RecoveryCode.Count).Select(_ => RecoveryCode.New()).ToList();
        await store.ReplaceAllAsync(person.TenantId, person.Id, [.. codes.Select(code => Stored(person, code, now))], ct);
        return codes;
    }

    /// <summary>Whether this is an unused code of the person. It is used up with that.</summary>
    public async Task<bool> UseAsync(Person person, string typed, CancellationToken ct) =>
        RecoveryCode.HashOf(person.Id, typed) is { } hash
        && await store.TryUseAsync(person.TenantId, person.Id, hash, time.GetUtcNow(), ct);

    private static StoredRecoveryCode Stored(Person person, SecretText code, DateTimeOffset now) => new()
    {
        TenantId = person.TenantId,
        PersonId = person.Id,
        Hash = RecoveryCode.HashOf(person.Id, code.Reveal()) ?? throw new InvalidOperationException("A new code is not read as one."),
        CreatedAt = now,
    };
}
