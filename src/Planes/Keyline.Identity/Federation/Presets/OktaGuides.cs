using Keyline.Identity.Federation.Oidc;
using Keyline.Identity.Federation.Saml;
using Keyline.Saml.Messages;

namespace Keyline.Identity.Federation.Presets;

/// <summary>Okta.</summary>
internal static class OktaGuides
{
    public static PresetGuide Oidc { get; } = new()
    {
        Preset = Preset.Okta,
        Kind = ConnectionKind.Oidc,
        Title = "Okta (OpenID Connect)",
        Attributes = new AttributeMap
        {
            Email = "email",
            UserName = "preferred_username",
            DisplayName = "name",
            Phone = "phone_number",
            Groups = "groups",
        },
        Settings = new OidcConnectionSettings
        {
            Issuer = "https://<your organisation>.okta.com",
            Scopes = ["openid", "profile", "email", "phone", "groups"],
        },
        Steps =
        [
            "In the Okta admin console, create an app integration: OIDC, web application, with the redirect URIs below.",
            "Copy client id and client secret here, and put your Okta address into the issuer.",
            "Under Sign On, OpenID Connect ID Token, set a groups claim filter: name 'groups', matches regex '.*' or a narrower one.",
            "Assign the people or groups who may sign in.",
        ],
        WatchOuts =
        [
            "Without the groups claim filter no group comes, and so no role. A filter that matches more than 100 groups makes the sign-in fail at Okta.",
            "The issuer of a custom authorization server ends in /oauth2/<id>, and its groups claim is set up there instead.",
            "Okta asks for a second factor by the app's authentication policy; acr_values such as urn:okta:loa:2fa:any ask for it per sign-in.",
        ],
    };

    public static PresetGuide Saml { get; } = new()
    {
        Preset = Preset.Okta,
        Kind = ConnectionKind.Saml,
        Title = "Okta (SAML)",
        Attributes = new AttributeMap
        {
            Subject = "userId",
            Email = "email",
            UserName = "login",
            DisplayName = "displayName",
            Phone = "phone",
            Groups = "groups",
        },
        Settings = new SamlConnectionSettings { NameIdFormat = NameIdFormats.Persistent },
        Steps =
        [
            "In the Okta admin console, create an app integration: SAML 2.0, with the values below.",
            "Set the name ID format to Persistent.",
            "Add the attribute statements userId = user.id, email = user.email, login = user.login, displayName = user.displayName, phone = user.mobilePhone.",
            "Add the group attribute statement groups, filter: matches regex '.*' or a narrower one.",
            "Copy the metadata URL from the Sign On tab, and paste it here. Assign the people or groups who may sign in.",
        ],
        WatchOuts =
        [
            "Okta's name ID is the user name unless you change it, and a user name can be given to somebody else: that is why userId is the subject.",
            "Without the group attribute statement no group comes, and so no role.",
            "Single logout needs our signature certificate uploaded at Okta; it is in the metadata.",
        ],
    };
}
