using Keyline.Identity.Federation.Oidc;
using Keyline.Identity.Federation.Saml;

namespace Keyline.Identity.Federation.Presets;

/// <summary>Google Workspace.</summary>
internal static class GoogleGuides
{
    private const string NoGroups = "Google sends no groups with OpenID Connect. Give roles by groups of SCIM or another connection, or use SAML with its group membership mapping.";
    private const string NoAcr = "Google names no acr and no amr: every sign-in counts as one factor, whatever 2-Step Verification asked for. Do not demand more of a role whose people come from Google.";

    public static PresetGuide Oidc { get; } = new()
    {
        Preset = Preset.Google,
        Kind = ConnectionKind.Oidc,
        Title = "Google Workspace (OpenID Connect)",
        Attributes = new AttributeMap
        {
            Email = "email",
            UserName = "email",
            DisplayName = "name",
            Tenant = "hd",
            ExpectedTenant = "<your Workspace domain>",
        },
        Settings = new OidcConnectionSettings { Issuer = "https://accounts.google.com", ReadUserInfo = false, SignOutAtProvider = false },
        Steps =
        [
            "In the Google Cloud console, configure the OAuth consent screen with the user type Internal.",
            "Create an OAuth client of the type web application with the redirect URI below; copy client id and client secret here.",
            "Enter your Workspace domain as the expected tenant: Google names it in the claim hd.",
        ],
        WatchOuts =
        [
            NoGroups,
            NoAcr,
            "Without the expected tenant every Google account in the world could sign in.",
            "Google has no sign-out for applications: signing out here leaves the person signed in at Google.",
        ],
    };

    public static PresetGuide Saml { get; } = new()
    {
        Preset = Preset.Google,
        Kind = ConnectionKind.Saml,
        Title = "Google Workspace (SAML)",
        Attributes = new AttributeMap
        {
            Subject = "employeeId",
            Email = "email",
            UserName = "email",
            DisplayName = "displayName",
            Phone = "phone",
            Groups = "groups",
        },
        Settings = new SamlConnectionSettings { NameIdFormat = null, SignRequests = true },
        Steps =
        [
            "In the Google Admin console, open Apps, Web and mobile apps, Add custom SAML app, and download the IdP metadata; read it here.",
            "Paste the values below; tick 'Signed response'.",
            "Map attributes: Employee ID to employeeId, Primary email to email, First name to displayName, Phone number to phone.",
            "Under Group membership choose the groups to send (at most 75), with the app attribute 'groups'.",
            "Switch the app on for the organisational units that may sign in.",
        ],
        WatchOuts =
        [
            "Google sends no groups unless they are chosen under Group membership, and at most 75.",
            NoAcr,
            "Google's NameID is the primary e-mail address, which can be given to somebody else. Keyline asks for employeeId instead: fill it in for everybody.",
            "Google's certificates end after five years and are changed by hand; there is no metadata address, so read the new file then.",
        ],
    };
}
