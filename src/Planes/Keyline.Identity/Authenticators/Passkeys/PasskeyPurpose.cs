namespace Keyline.Identity.Authenticators.Passkeys;

/// <summary>What a passkey ceremony is for. A challenge of one purpose is worth nothing for another.</summary>
public enum PasskeyPurpose
{
    /// <summary>To add a passkey to the account of a signed-in person.</summary>
    Register,

    /// <summary>To prove the second factor of a sign-in.</summary>
    SignIn,
}
