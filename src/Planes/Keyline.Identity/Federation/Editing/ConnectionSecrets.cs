using System.Diagnostics;
using Keyline.Identity.Federation.Ldap;
using Keyline.Identity.Federation.Oidc;
using Keyline.Identity.Federation.Saml;
using Keyline.Secrets;

namespace Keyline.Identity.Federation.Editing;

/// <summary>Puts sealed secrets and our own keys into settings: those that there are, or new ones.</summary>
public sealed class ConnectionSecrets(SecretSealer sealer, SamlKeys keys)
{
    /// <summary>Settings as drafted, with what only Keyline may fill in.</summary>
    public ConnectionSettings Keep(ConnectionId id, ConnectionSettings drafted, ConnectionSettings? before, SecretText? secret) => (drafted, before) switch
    {
        (SamlConnectionSettings saml, SamlConnectionSettings old) => saml with { Keys = old.Keys },
        (SamlConnectionSettings saml, _) => saml with { Keys = [keys.Create(id, SamlKeyState.Current)] },
        (OidcConnectionSettings { ClientMethod: OidcClientMethod.PrivateKey } oidc, var old) => oidc with
        {
            SealedPrivateKey = Seal(secret, OidcConnectionSettings.SecretPurpose(id)) ?? (old as OidcConnectionSettings)?.SealedPrivateKey,
            SealedClientSecret = (old as OidcConnectionSettings)?.SealedClientSecret,
        },
        (OidcConnectionSettings oidc, var old) => oidc with
        {
            SealedClientSecret = Seal(secret, OidcConnectionSettings.SecretPurpose(id)) ?? (old as OidcConnectionSettings)?.SealedClientSecret,
            SealedPrivateKey = (old as OidcConnectionSettings)?.SealedPrivateKey,
        },
        (LdapConnectionSettings ldap, var old) => ldap with
        {
            SealedServicePassword = Seal(secret, LdapConnectionSettings.SecretPurpose(id)) ?? (old as LdapConnectionSettings)?.SealedServicePassword,
        },
        _ => throw new UnreachableException(),
    };

    private string? Seal(SecretText? secret, string purpose) =>
        secret is not null && secret.Reveal().Length > 0 ? sealer.Seal(secret, purpose) : null;
}
