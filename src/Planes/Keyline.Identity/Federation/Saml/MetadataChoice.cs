namespace Keyline.Identity.Federation.Saml;

/// <summary>What happens when an IdP's published metadata differs from what is in use.</summary>
public enum MetadataChoice
{
    /// <summary>The difference waits for an administrator.</summary>
    Hold,

    /// <summary>It is taken over at once, and audited.</summary>
    Apply,
}
