using Keyline.Identity.Authenticators.Passkeys;
using Keyline.Identity.Authenticators.RecoveryCodes;
using Keyline.Identity.Authenticators.Totp;
using Keyline.Identity.People;
using Keyline.Secrets;
using Keyline.Tenancy;

namespace Keyline.Identity.Authenticators.Links;

/// <summary>The second factors that a one-time link sets up or leaves as they are.</summary>
public sealed class LinkedFactors(
    FactorReader reader, TotpCheck codes, ITotpStore totp, IPasskeyStore passkeys, RecoveryCodeSet recoveryCodes, TimeProvider time)
{
    internal async Task<bool> HasAnyAsync(Person person, CancellationToken ct) => (await reader.ReadAsync(person.TenantId, person.Id, ct)).Any;

    internal TotpOffer? Offer(Tenant tenant, Person person, CredentialLink link) =>
        link.SealedTotp is { } secret ? codes.Offer(person, secret, $"Keyline {tenant.Name}") : null;

    /// <summary>The app with the link's secret, if the code is its current one.</summary>
    internal TotpCredential? Confirm(Person person, CredentialLink link, string code) =>
        link.SealedTotp is { } secret && codes.FindStep(person, secret, code) is { } used
            ? new TotpCredential
            {
                TenantId = person.TenantId,
                PersonId = person.Id,
                SealedSecret = secret,
                ConfirmedAt = time.GetUtcNow(),
                LastStep = used,
            }
            : null;

    /// <summary>With the next commit this app is the person's only second factor, with new recovery codes.</summary>
    internal async Task<IReadOnlyList<SecretText>> ReplaceAllAsync(Person person, TotpCredential app, CancellationToken ct)
    {
        foreach (var passkey in await passkeys.ListAsync(person.TenantId, person.Id, ct))
        {
            await passkeys.RemoveAsync(passkey, ct);
        }

        await totp.SaveAsync(app, ct);
        return await recoveryCodes.AddNewAsync(person, ct);
    }
}
