using System.Text.Json.Serialization;

namespace Keyline.Identity.Federation;

/// <summary>What one protocol needs to know of the IdP. Secrets in it are sealed texts.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Saml.SamlConnectionSettings), "saml")]
[JsonDerivedType(typeof(Oidc.OidcConnectionSettings), "oidc")]
[JsonDerivedType(typeof(Ldap.LdapConnectionSettings), "ldap")]
public abstract record ConnectionSettings
{
    private protected ConnectionSettings()
    {
    }

    [JsonIgnore]
    public abstract ConnectionKind Kind { get; }
}
