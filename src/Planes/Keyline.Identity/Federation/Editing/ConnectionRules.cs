using Keyline.Identity.Changes;
using Keyline.Identity.Federation.Ldap;
using Keyline.Identity.Federation.Oidc;
using Keyline.Identity.Federation.Saml;
using Keyline.Tenancy;

namespace Keyline.Identity.Federation.Editing;

/// <summary>What a connection must fulfil before it is kept. Settings may be incomplete until it is switched on.</summary>
internal static class ConnectionRules
{
    public const int MaxPerTenant = 100;

    private const int MaxAttributeLength = 300;

    // "idp" is where Keyline itself is an IdP.
    private static readonly HashSet<string> _reserved = new(StringComparer.Ordinal) { "idp", "local", "metadata" };

    public static ConnectionFault? CheckSlug(string slug) => !TenantSlug.TryParse(slug, out _) || _reserved.Contains(slug)
        ? new ConnectionFault(ConnectionFaultCode.BadSlug,
            $"the name in addresses has 1 to {Connection.MaxSlugLength} characters a–z, 0–9 and inner hyphens, and is none of "
            + $"'{string.Join("', '", _reserved)}'; came '{slug}'")
        : null;

    public static ConnectionFault? Check(ConnectionDraft draft)
    {
        if (!LineText.TryParse(draft.Name, Connection.MaxNameLength, out _))
        {
            return new ConnectionFault(ConnectionFaultCode.BadName, $"a name is one line of 1 to {Connection.MaxNameLength} characters");
        }

        var map = draft.Attributes;
        string?[] names = [map.Subject, map.Email, map.UserName, map.DisplayName, map.Phone, map.Tenant, map.ExpectedTenant, map.Groups, map.Roles];
        if (names.Any(name => name is not null && !LineText.TryParse(name, MaxAttributeLength, out _)))
        {
            return new ConnectionFault(ConnectionFaultCode.BadSettings, $"the name of an attribute is one line of 1 to {MaxAttributeLength} characters");
        }

        return map.Tenant is null != map.ExpectedTenant is null
            ? new ConnectionFault(ConnectionFaultCode.BadSettings, "the attribute of the tenant and the tenant that is expected in it go together; name both or neither")
            : null;
    }

    /// <summary>What still keeps a connection from being used; null when nothing does.</summary>
    public static string? Missing(Connection connection) => connection.Settings switch
    {
        SamlConnectionSettings { Provider: null } => "the IdP's metadata has not been read",
        OidcConnectionSettings { Issuer.Length: 0 } or OidcConnectionSettings { ClientId.Length: 0 } => "issuer and client id are missing",
        OidcConnectionSettings { ClientMethod: OidcClientMethod.PrivateKey, SealedPrivateKey: null } => "the client's private key is missing",
        OidcConnectionSettings { ClientMethod: OidcClientMethod.SecretBasic or OidcClientMethod.SecretPost, SealedClientSecret: null } =>
            "the client's secret is missing",
        LdapConnectionSettings { Host.Length: 0 } or LdapConnectionSettings { PeopleBase.Length: 0 } => "host and the people's base are missing",
        LdapConnectionSettings { SealedServicePassword: null } => "the service account's password is missing",
        _ => null,
    };
}
