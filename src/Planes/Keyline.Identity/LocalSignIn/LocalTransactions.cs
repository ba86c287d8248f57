using Keyline.Identity.Authenticators;
using Keyline.Identity.Authenticators.Passkeys;
using Keyline.Identity.People;
using Keyline.Secrets;

namespace Keyline.Identity.LocalSignIn;

/// <summary>Local sign-ins that await their second proof.</summary>
public sealed class LocalTransactions(
    ILocalTransactionStore store, IPersonStore people, FactorReader factors, PasskeyCeremonies passkeys, TimeProvider time)
{
    /// <summary>What the page for the second proof shows; null when the sign-in is over. A new passkey challenge is begun.</summary>
    public async Task<SecondFactorQuestion?> AskAsync(TenantId tenantId, SecretText secret, CancellationToken ct)
    {
        if (await FindOpenAsync(tenantId, secret, ct) is not { } transaction
            || await people.FindAsync(tenantId, transaction.PersonId, ct) is not { } person)
        {
            return null;
        }

        var theirs = await factors.ReadAsync(tenantId, person.Id, ct);
        return new SecondFactorQuestion(
            await passkeys.BeginSignInAsync(person, transaction.Id.Value, ct), theirs.HasTotp, theirs.RecoveryCodesLeft > 0);
    }

    internal async Task<LocalTransaction?> FindOpenAsync(TenantId tenantId, SecretText secret, CancellationToken ct) =>
        secret.Reveal().Length == BearerSecret.Length
        && await store.FindAsync(tenantId, BearerSecret.Hash(secret), ct) is { } transaction && transaction.IsOpen(time.GetUtcNow())
            ? transaction
            : null;

    internal Task<bool> TryCountAsync(LocalTransaction transaction, CancellationToken ct) =>
        store.TryCountAsync(transaction.Id, time.GetUtcNow(), ct);

    internal Task<bool> SpendAsync(LocalTransaction transaction) =>
        store.SpendAsync(transaction.Id, time.GetUtcNow(), CancellationToken.None);
}
