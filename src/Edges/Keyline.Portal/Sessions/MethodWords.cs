using Keyline.Identity.Sessions;

namespace Keyline.Portal.Sessions;

/// <summary>Says by what means a session began.</summary>
public static class MethodWords
{
    public static string Of(SignInMethod method) => method switch
    {
        SignInMethod.Saml => "SAML",
        SignInMethod.Oidc => "OpenID Connect",
        SignInMethod.Ldap => "Directory",
        SignInMethod.Local => "Password kept here",
        SignInMethod.BreakGlass => "Break-glass",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
