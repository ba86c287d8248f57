using Keyline.Identity.Federation.Oidc;
using Keyline.Identity.Federation.Saml;

namespace Keyline.Identity.Federation.Presets;

/// <summary>Google Workspace.</summary>
internal static class GooglePresets
{
    public static ConnectionPreset Saml { get; } = new()
    {
        Key = "google-saml",
        Preset = Preset.Google,
        Name = "Google Workspace (SAML)",
        Summary = "A custom SAML app. Choose it when groups are to become roles.",
        Attributes = new AttributeMap { Subject = "employeeId", Email = "email", UserName = "email", DisplayName = "displayName", Phone = "phone", Groups = "groups" },
        Settings = new SamlConnectionSettings { NameIdFormat = null },
        Steps =
        [
            new("Google Admin console → Apps → Web and mobile apps → Add app → Add custom SAML app", "Give it a name, then download the metadata on the second page."),
            new("Service provider details", "Paste these values, and tick 'Signed response'. Name ID: Basic Information > Primary email.")
            {
                Values = [new("ACS URL", AddressKind.SamlConsumer), new("Entity ID", AddressKind.SamlEntityId)],
            },
            new("Attribute mapping", "Choose the Google attribute at the left and type these names at the right.")
            {
                Values =
                [
                    new("Employee Details > Employee ID", null, "employeeId"),
                    new("Basic Information > Primary email", null, "email"),
                    new("Contact Information > Phone number", null, "phone"),
                ],
            },
            new("Attribute mapping → Group membership (optional)", "Choose the groups that mean something here, and type this name.")
            {
                Values = [new("App attribute", null, "groups")],
            },
            new("the app → User access", "Switch it ON for everyone, or for an organizational unit or a group."),
        ],
        BringBack = "The metadata file that you downloaded. Google publishes no metadata address.",
        WatchOuts =
        [
            "Google sends groups over SAML only when they are mapped, at most 75 of them, and by name.",
            "Google has no immutable user id in SAML. The employee ID must be filled in for everyone; an e-mail address is not taken, because it can be given to somebody else.",
            "Google can't send a whole name in one attribute. Fill a custom attribute and map it to displayName, or the user name is shown.",
            "Google's certificate is good for five years and metadata must be uploaded here again when it changes; nothing is fetched by itself.",
            "Google has no single logout for SAML: signing out here leaves the Google session open.",
        ],
    };

    public static ConnectionPreset Oidc { get; } = new()
    {
        Key = "google-oidc",
        Preset = Preset.Google,
        Name = "Google Workspace (OpenID Connect)",
        Summary = "An OAuth client in Google Cloud. The quickest way in, but without groups.",
        Attributes = new AttributeMap { Email = "email", UserName = "email", DisplayName = "name", Tenant = "hd" },
        Settings = new OidcConnectionSettings
        {
            Issuer = "https://accounts.google.com",
            Scopes = ["openid", "profile", "email"],
            ReadUserInfo = false,
            SignOutAtProvider = false,
        },
        IssuerExample = "https://accounts.google.com",
        Steps =
        [
            new("Google Cloud console → APIs & Services → OAuth consent screen", "User type: Internal. Then only people of your Workspace can use it."),
            new("Google Cloud console → APIs & Services → Credentials → Create credentials → OAuth client ID", "Application type: Web application. Paste the redirect URI.")
            {
                Values = [new("Authorized redirect URIs", AddressKind.OidcCallback)],
            },
        ],
        BringBack = "Copy Client ID and Client secret, and note your Workspace domain (the primary one, and others that you use).",
        WatchOuts =
        [
            "Google sends no groups over OpenID Connect. Give roles by hand, or choose SAML with mapped groups.",
            "Google says nothing of how a person signed in (no acr): what needs a second factor can't be met by Google alone.",
            "All of Google has one issuer. Without your Workspace domain every Google account of the world would be let in, so it must be filled in.",
            "Google has no logout for OpenID Connect: signing out here leaves the Google session open.",
        ],
    };
}
