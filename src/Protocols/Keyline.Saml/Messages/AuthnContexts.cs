namespace Keyline.Saml.Messages;

/// <summary>Authentication context classes that are in use.</summary>
public static class AuthnContexts
{
    /// <summary>Unknown to the identity provider, or not told.</summary>
    public const string Unspecified = "urn:oasis:names:tc:SAML:2.0:ac:classes:unspecified";

    /// <summary>A password.</summary>
    public const string Password = "urn:oasis:names:tc:SAML:2.0:ac:classes:Password";

    /// <summary>A password over TLS.</summary>
    public const string PasswordProtectedTransport = "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport";

    /// <summary>A client certificate.</summary>
    public const string X509 = "urn:oasis:names:tc:SAML:2.0:ac:classes:X509";

    /// <summary>A time-synchronized token.</summary>
    public const string TimeSyncToken = "urn:oasis:names:tc:SAML:2.0:ac:classes:TimeSyncToken";

    /// <summary>REFEDS: several factors.</summary>
    public const string RefedsMfa = "https://refeds.org/profile/mfa";

    /// <summary>Microsoft Entra ID: several factors.</summary>
    public const string EntraMultipleAuthn = "http://schemas.microsoft.com/claims/multipleauthn";
}
