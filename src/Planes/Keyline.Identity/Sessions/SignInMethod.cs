namespace Keyline.Identity.Sessions;

/// <summary>By what means a session began.</summary>
public enum SignInMethod
{
    Saml,
    Oidc,
    Ldap,
    Local,
    BreakGlass,
}
