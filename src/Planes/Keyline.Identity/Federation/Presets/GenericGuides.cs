using Keyline.Identity.Federation.Oidc;
using Keyline.Identity.Federation.Saml;

namespace Keyline.Identity.Federation.Presets;

/// <summary>Any other IdP.</summary>
internal static class GenericGuides
{
    public static PresetGuide Oidc { get; } = new()
    {
        Preset = Preset.Generic,
        Kind = ConnectionKind.Oidc,
        Title = "OpenID Connect",
        Attributes = new AttributeMap
        {
            Email = "email",
            UserName = "preferred_username",
            DisplayName = "name",
            Phone = "phone_number",
            Groups = "groups",
        },
        Settings = new OidcConnectionSettings(),
        Steps =
        [
            "Register a confidential client with the redirect URI below, for the authorization code flow with PKCE (S256).",
            "Copy issuer, client id and client secret here.",
            "Let the provider put groups into the claim 'groups', or name the claim that it uses.",
        ],
        WatchOuts =
        [
            "The issuer must be the one in the provider's metadata, to the letter; a slash at the end matters.",
            "Back-channel logout needs the provider to reach Keyline's address.",
        ],
    };

    public static PresetGuide Saml { get; } = new()
    {
        Preset = Preset.Generic,
        Kind = ConnectionKind.Saml,
        Title = "SAML 2.0",
        Attributes = new AttributeMap { Email = "email", UserName = "uid", DisplayName = "displayName", Phone = "phone", Groups = "groups" },
        Settings = new SamlConnectionSettings(),
        Steps =
        [
            "Give the IdP our metadata address, or paste the values below.",
            "Read the IdP's metadata here, from its address or from a file.",
            "Let the IdP send a persistent NameID, or choose an immutable attribute as the subject.",
            "Test the connection; then pick the attributes from the list of what really came.",
        ],
        WatchOuts =
        [
            "A transient NameID and an e-mail address are no identities and are refused as such.",
            "Signatures with SHA-1 are refused: the IdP must sign with SHA-256 or better.",
        ],
    };
}
