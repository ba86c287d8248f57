using Keyline.Identity.Authenticators.Passwords;

namespace Keyline.Identity.Authenticators.Account;

/// <summary>How a person proves who they are.</summary>
public sealed record AuthenticatorOverview
{
    /// <summary>The password; null for people who sign in at an IdP only.</summary>
    public required PasswordCredential? Password { get; init; }

    public required SecondFactors Factors { get; init; }

    /// <summary>Whether second factors may be changed without signing in again.</summary>
    public required bool IsFresh { get; init; }
}
