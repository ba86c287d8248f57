using Keyline.Identity.Federation.Ldap;
using Keyline.Identity.Federation.Oidc;
using Keyline.Identity.Federation.Saml;

namespace Keyline.Identity.Federation.Presets;

/// <summary>Any other IdP.</summary>
internal static class GenericPresets
{
    public static ConnectionPreset Saml { get; } = new()
    {
        Key = "saml",
        Preset = Preset.Generic,
        Name = "Any SAML 2.0 identity provider",
        Summary = "Keycloak, Shibboleth, SimpleSAMLphp, PingFederate, OneLogin, JumpCloud, and others.",
        Attributes = new AttributeMap { Email = "email", UserName = "uid", DisplayName = "displayName", Groups = "groups" },
        Settings = new SamlConnectionSettings(),
        Steps =
        [
            new("the identity provider → add a service provider", "Give it our metadata address. Where it can't read metadata, paste the single values.")
            {
                Values =
                [
                    new("Metadata", AddressKind.SamlMetadata),
                    new("Entity ID / Audience", AddressKind.SamlEntityId),
                    new("Assertion Consumer Service (POST)", AddressKind.SamlConsumer),
                    new("Single Logout Service", AddressKind.SamlLogout),
                ],
            },
            new("the service provider → NameID", "Send a persistent NameID, or an attribute that never changes and is never given to somebody else."),
            new("the service provider → attributes", "Release e-mail, user name, display name and groups."),
        ],
        BringBack = "The identity provider's metadata: its address, best, or the file.",
        WatchOuts =
        [
            "A transient NameID and an e-mail address are no identity, and are refused. Choose an immutable attribute where there is no persistent NameID.",
            "SHA-1 signatures are refused; choose RSA-SHA256.",
            "The response or the assertion must be signed. Both is best.",
        ],
    };

    public static ConnectionPreset Oidc { get; } = new()
    {
        Key = "oidc",
        Preset = Preset.Generic,
        Name = "Any OpenID Connect provider",
        Summary = "Keycloak, Auth0, Authentik, Zitadel, Ping, and others that publish their metadata.",
        Attributes = new AttributeMap { Email = "email", UserName = "preferred_username", DisplayName = "name", Phone = "phone_number", Groups = "groups" },
        Settings = new OidcConnectionSettings(),
        IssuerExample = "https://id.acme.example",
        Steps =
        [
            new("the provider → add a confidential web client", "Authorization code flow with PKCE (S256). Paste these values.")
            {
                Values =
                [
                    new("Redirect URI", AddressKind.OidcCallback),
                    new("Post-logout redirect URI", AddressKind.SignedOut),
                    new("Back-channel logout URI", AddressKind.OidcBackChannelLogout),
                ],
            },
            new("the client → claims", "Put groups into the ID token or the userinfo answer."),
        ],
        BringBack = "The issuer (exactly as its metadata writes it), the client id, and the secret.",
        WatchOuts =
        [
            "The issuer must match to the letter; a slash at the end matters.",
            "ID tokens must be signed with a key of the provider (RS256, PS256, ES256 …). HS256 and unsigned ones are refused.",
            "'sub' must stay the same for a person, for ever.",
        ],
    };

    public static ConnectionPreset Ldap { get; } = new()
    {
        Key = "ldap",
        Preset = Preset.Generic,
        Name = "Any LDAP directory",
        Summary = "OpenLDAP, 389 Directory Server, FreeIPA, and others.",
        Attributes = new AttributeMap { Email = "mail", UserName = "uid", DisplayName = "cn", Phone = "telephoneNumber" },
        Settings = new LdapConnectionSettings { PersonFilter = "(&(objectClass=person)(|(uid={user})(mail={user})))" },
        Steps =
        [
            new("the directory → add a service account", "Its right is to read people and groups, and nothing else."),
            new("the directory's server → certificate", "LDAPS on port 636 or StartTLS on port 389. Copy the root certificate if it is your own."),
        ],
        BringBack = "Host name, the account's DN and password, the root certificate if it is private, and the base of the people.",
        WatchOuts =
        [
            "LDAP without TLS shows every password on the way. It is refused unless the operator allows it for the tenant.",
            "entryUUID must be readable for the service account: it identifies a person for ever. A DN does not, because people move.",
            "memberOf needs the overlay of that name at OpenLDAP; without it, let groups be searched by their members.",
        ],
    };
}
