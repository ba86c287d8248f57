using System.Diagnostics;
using Keyline.Identity.Authenticators.Passkeys;
using Keyline.Identity.Authenticators.RecoveryCodes;
using Keyline.Identity.Authenticators.Totp;
using Keyline.Identity.People;

namespace Keyline.Identity.Authenticators;

/// <summary>Checks second proofs. Each is used up by being right.</summary>
public sealed class SecondFactorCheck(TotpCheck totp, RecoveryCodeSet recoveryCodes, PasskeyCeremonies passkeys)
{
    /// <summary>Checks a proof.</summary>
    /// <param name="person">Whose it must be.</param>
    /// <param name="owner">What a passkey ceremony was begun for.</param>
    /// <param name="proof">What was sent.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>In a few words for the audit log: what was used, or why it is refused.</returns>
    public async Task<Result<ProvedFactor, string>> UseAsync(Person person, Guid owner, SecondFactorProof proof, CancellationToken ct)
    {
        switch (proof.Kind)
        {
            case SecondFactor.Totp:
                return await totp.UseAsync(person, proof.Answer.Reveal(), ct)
                    ? new ProvedFactor(SecondFactor.Totp, "authenticator app")
                    : "the code is wrong, or was used before";
            case SecondFactor.RecoveryCode:
                return await recoveryCodes.UseAsync(person, proof.Answer.Reveal(), ct)
                    ? new ProvedFactor(SecondFactor.RecoveryCode, "recovery code")
                    : "the recovery code is wrong, or was used before";
            case SecondFactor.Passkey:
                var used = await passkeys.FinishSignInAsync(person, owner, proof.Answer.Reveal(), ct);
                return used.Ok
                    ? new ProvedFactor(SecondFactor.Passkey, $"passkey '{used.Value.Name}'")
                    : $"{used.Fault.Code}: {used.Fault.Detail}";
            default:
                throw new UnreachableException();
        }
    }
}
