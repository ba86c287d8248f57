namespace Keyline.Identity.Authenticators.Throttling;

/// <summary>What is being guessed. Each kind is counted by itself.</summary>
public enum AttemptKind
{
    /// <summary>A password that Keyline keeps.</summary>
    LocalPassword,

    /// <summary>A password that an LDAP directory keeps.</summary>
    DirectoryPassword,

    /// <summary>A second factor: a code, a recovery code or a passkey.</summary>
    SecondFactor,
}
