using Keyline.Identity.Federation.Oidc;
using Keyline.Identity.Federation.Saml;
using Keyline.OpenId.Clients;

namespace Keyline.Identity.Federation.Presets;

/// <summary>Microsoft Entra ID.</summary>
internal static class EntraPresets
{
    private const string AssignGroups =
        "Choose 'Groups assigned to the application' rather than all groups: then the list stays short, and names what matters here.";

    public static ConnectionPreset Saml { get; } = new()
    {
        Key = "entra-saml",
        Preset = Preset.Entra,
        Name = "Microsoft Entra ID (SAML)",
        Summary = "An enterprise application in Entra. Metadata is fetched by itself, so a new certificate is noticed.",
        Attributes = new AttributeMap
        {
            Subject = ClaimNames.EntraObject,
            Email = ClaimNames.Email,
            UserName = ClaimNames.Name,
            DisplayName = ClaimNames.EntraDisplayName,
            Tenant = ClaimNames.EntraTenant,
            Groups = ClaimNames.EntraGroups,
            Roles = ClaimNames.EntraRoles,
        },
        // The subject is the object id, so the NameID may be whatever Entra has.
        Settings = new SamlConnectionSettings { NameIdFormat = null },
        Steps =
        [
            new("Entra admin center → Enterprise apps → New application → Create your own application",
                "Choose 'Integrate any other application you don't find in the gallery', and give it a name that your people know."),
            new("the application → Single sign-on → SAML → Basic SAML Configuration", "Edit it, paste these values, and save.")
            {
                Values =
                [
                    new("Identifier (Entity ID)", AddressKind.SamlEntityId),
                    new("Reply URL (Assertion Consumer Service URL)", AddressKind.SamlConsumer),
                    new("Logout Url", AddressKind.SamlLogout),
                ],
            },
            new("the application → Single sign-on → Attributes & Claims",
                $"'Add new claim' with the name, the namespace and the source attribute below. Then 'Add a group claim'. {AssignGroups}")
            {
                Values =
                [
                    new("Name", null, "displayname"),
                    new("Namespace", null, "http://schemas.microsoft.com/identity/claims"),
                    new("Source attribute", null, "user.displayname"),
                ],
            },
            new("the application → Users and groups", "Assign the groups whose people may sign in."),
        ],
        BringBack = "From 'SAML Certificates' copy the App Federation Metadata Url.",
        WatchOuts =
        [
            "Entra sends at most 150 groups in a SAML response. With more it sends a link instead of the list, and Keyline keeps the groups that it knows. " + AssignGroups,
            "Groups come as object ids, not as names; the mapping page lets you give a role to an id.",
            "Entra refuses a RequestedAuthnContext that the person's session does not have (AADSTS75011). Leave it empty, and ask for a second factor by Conditional Access.",
            "Entra's signing certificate is good for three years, and Entra mails only the address in 'Notification Email'. Keyline warns too.",
        ],
    };

    public static ConnectionPreset Oidc { get; } = new()
    {
        Key = "entra-oidc",
        Preset = Preset.Entra,
        Name = "Microsoft Entra ID (OpenID Connect)",
        Summary = "An app registration in Entra. Keys renew themselves; the client secret does not.",
        Attributes = new AttributeMap { Email = "email", UserName = "preferred_username", DisplayName = "name", Groups = "groups", Roles = "roles" },
        Settings = new OidcConnectionSettings
        {
            Subject = SubjectSource.EntraObject,
            FollowGroupOverage = true,
        },
        IssuerExample = "https://login.microsoftonline.com/YOUR-DIRECTORY-ID/v2.0",
        Steps =
        [
            new("Entra admin center → App registrations → New registration",
                "Choose 'Accounts in this organizational directory only' and the platform 'Web', and paste the redirect URI.")
            {
                Values = [new("Redirect URI", AddressKind.OidcCallback)],
            },
            new("the registration → Authentication", "Add a second redirect URI, so that Entra brings people back after signing out. Leave the front-channel logout URL empty.")
            {
                Values = [new("Redirect URI", AddressKind.SignedOut)],
            },
            new("the registration → Certificates & secrets", "Make a client secret and copy its Value (not its Secret ID), or upload the certificate of a private key."),
            new("the registration → Token configuration",
                $"Add the optional claim 'email' to the ID token, then 'Add groups claim'. {AssignGroups}"),
            new("the registration → API permissions", "Add Microsoft Graph, application permission: GroupMember.Read.All, and grant admin consent. It is used only for people with more than 200 groups."),
        ],
        BringBack = "From 'Overview' copy the Application (client) ID and the Directory (tenant) ID, and the secret's value.",
        WatchOuts =
        [
            "Entra puts at most 200 groups into a token. With more it names Microsoft Graph instead, and Keyline asks there, with the permission above. " + AssignGroups,
            "A person is known by directory and object id (tid and oid), because 'sub' differs from application to application.",
            "A client secret runs out after 24 months at the latest, and then nobody signs in. Note the day, or use a private key.",
            "The issuer is that of your one directory. 'common' and 'organizations' would let the whole world in, and are refused.",
        ],
    };
}
