namespace Keyline.Tenancy;

/// <summary>What a tenant has bought.</summary>
public enum Plan
{
    /// <summary>Telephony only: people sign in locally.</summary>
    Basic,

    /// <summary>Includes single sign-on.</summary>
    Connect,

    /// <summary>Includes single sign-on.</summary>
    Collaborate,
}
