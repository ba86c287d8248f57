namespace Keyline.Identity.Authenticators;

/// <summary>The kinds of second proof.</summary>
public enum SecondFactor
{
    Totp,
    Passkey,
    RecoveryCode,
}
