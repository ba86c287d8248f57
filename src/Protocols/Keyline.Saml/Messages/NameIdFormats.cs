namespace Keyline.Saml.Messages;

/// <summary>The name identifier formats of Core 8.3 that are in use.</summary>
public static class NameIdFormats
{
    /// <summary>Left to the identity provider.</summary>
    public const string Unspecified = "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified";

    /// <summary>An e-mail address.</summary>
    public const string EmailAddress = "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress";

    /// <summary>Opaque, lasting, and made for one service provider.</summary>
    public const string Persistent = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent";

    /// <summary>Opaque and different each time.</summary>
    public const string Transient = "urn:oasis:names:tc:SAML:2.0:nameid-format:transient";

    /// <summary>An entity of SAML itself.</summary>
    public const string Entity = "urn:oasis:names:tc:SAML:2.0:nameid-format:entity";
}
