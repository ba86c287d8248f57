namespace Keyline.Identity.SignIn;

/// <summary>What a sign-in at an IdP is for.</summary>
public enum SignInPurpose
{
    /// <summary>To begin a session.</summary>
    SignIn,

    /// <summary>To see how the connection works; it makes no session and no person.</summary>
    Test,

    /// <summary>To tie an identity to an account that exists already, by invitation.</summary>
    Link,
}
