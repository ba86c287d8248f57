using Keyline.Identity.Authenticators.Passkeys;
using Keyline.Identity.Authenticators.RecoveryCodes;
using Keyline.Identity.Authenticators.Totp;
using Keyline.Identity.People;

namespace Keyline.Identity.Authenticators;

/// <summary>Reads what second proofs a person has.</summary>
public sealed class FactorReader(ITotpStore totp, IPasskeyStore passkeys, IRecoveryCodeStore recoveryCodes)
{
    public async Task<SecondFactors> ReadAsync(TenantId tenantId, PersonId personId, CancellationToken ct) => new(
        await totp.FindAsync(tenantId, personId, ct) is { IsActive: true },
        await passkeys.ListAsync(tenantId, personId, ct),
        await recoveryCodes.CountLeftAsync(tenantId, personId, ct));
}
