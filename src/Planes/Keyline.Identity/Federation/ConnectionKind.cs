namespace Keyline.Identity.Federation;

/// <summary>The protocol of a connection.</summary>
public enum ConnectionKind
{
    Saml,
    Oidc,
    Ldap,
}
