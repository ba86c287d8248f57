using Keyline.Identity.Authenticators.Passkeys;
using Keyline.Identity.Authenticators.RecoveryCodes;
using Keyline.Identity.Authenticators.Totp;
using Keyline.Identity.People;

namespace Keyline.Identity.BreakGlass;

/// <summary>Removes all second factors and recovery codes of a person with the next commit.</summary>
public sealed class SecondFactorRemoval(ITotpStore totp, IPasskeyStore passkeys, IRecoveryCodeStore recoveryCodes)
{
    internal async Task AddAsync(Person person, CancellationToken ct)
    {
        foreach (var passkey in await passkeys.ListAsync(person.TenantId, person.Id, ct))
        {
            await passkeys.RemoveAsync(passkey, ct);
        }

        await totp.RemoveAsync(person.TenantId, person.Id, ct);
        await recoveryCodes.ReplaceAllAsync(person.TenantId, person.Id, [], ct);
    }
}
