namespace Keyline.Identity.Federation.Saml;

/// <summary>Where a key of ours is in its life.</summary>
public enum SamlKeyState
{
    /// <summary>Signs, and decrypts.</summary>
    Current,

    /// <summary>In our metadata, so that the IdP learns of it before it is used; decrypts.</summary>
    Next,

    /// <summary>No longer signs; still decrypts what the IdP encrypts for it.</summary>
    Retired,
}
