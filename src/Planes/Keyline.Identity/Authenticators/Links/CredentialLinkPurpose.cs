namespace Keyline.Identity.Authenticators.Links;

/// <summary>What a one-time link lets its holder do.</summary>
public enum CredentialLinkPurpose
{
    /// <summary>Choose a new password. Second factors stay, and are asked for afterwards.</summary>
    Password,

    /// <summary>Choose a password and set up an authenticator app; earlier second factors are removed.</summary>
    PasswordAndApp,
}
