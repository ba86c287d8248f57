using Keyline.Identity.Authenticators.Passkeys;

namespace Keyline.Identity.Authenticators;

/// <summary>What second proofs a person has.</summary>
public sealed record SecondFactors(bool HasTotp, IReadOnlyList<Passkey> Passkeys, int RecoveryCodesLeft)
{
    /// <summary>Nothing.</summary>
    public static SecondFactors None { get; } = new(false, [], 0);

    /// <summary>Whether a second proof can be asked for. Recovery codes alone are none: they stand in for one that is lost.</summary>
    public bool Any => HasTotp || Passkeys.Count > 0;

    /// <summary>How many of them there are, recovery codes aside.</summary>
    public int Count => (HasTotp ? 1 : 0) + Passkeys.Count;
}
