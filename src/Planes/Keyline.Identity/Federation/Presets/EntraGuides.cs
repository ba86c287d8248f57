using Keyline.Identity.Federation.Oidc;
using Keyline.Identity.Federation.Saml;
using Keyline.OpenId.Clients;
using Keyline.Saml.Messages;

namespace Keyline.Identity.Federation.Presets;

/// <summary>Microsoft Entra ID.</summary>
internal static class EntraGuides
{
    private const string Claims = "http://schemas.microsoft.com/identity/claims/";
    private const string Roles = "http://schemas.microsoft.com/ws/2008/06/identity/claims/";
    private const string Soap = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/";

    public static PresetGuide Oidc { get; } = new()
    {
        Preset = Preset.Entra,
        Kind = ConnectionKind.Oidc,
        Title = "Microsoft Entra ID (OpenID Connect)",
        Attributes = new AttributeMap
        {
            Email = "email",
            UserName = "preferred_username",
            DisplayName = "name",
            Groups = "groups",
            Roles = "roles",
        },
        Settings = new OidcConnectionSettings
        {
            Issuer = "https://login.microsoftonline.com/<directory (tenant) id>/v2.0",
            Subject = SubjectSource.EntraObject,
            ClientMethod = OidcClientMethod.SecretPost,
            FollowGroupOverage = true,
            ReadUserInfo = false,
        },
        Steps =
        [
            "In the Entra admin center, open App registrations and register an application with the redirect URI below (type Web).",
            "Copy the application (client) id and the directory (tenant) id here; put the tenant id into the issuer.",
            "Under Certificates & secrets make a client secret, and paste its value here.",
            "Under Token configuration add the groups claim (groups assigned to the application), and the optional claims email and preferred_username.",
            "Under Enterprise applications, Users and groups, assign who may sign in.",
        ],
        WatchOuts =
        [
            "A token holds at most 200 groups. Above that Entra sends none; Keyline then asks Graph, for which the application needs the permission GroupMember.Read.All with an administrator's consent. Groups assigned to the application stay below the limit.",
            "Groups come as object ids, not names. Map the ids; the names appear once Graph has been asked.",
            "A client secret expires after 24 months at the latest. Note the date, or use a certificate (private_key_jwt).",
            "The address in 'email' can be changed by its owner in some tenants. Keyline knows people by 'oid' and 'tid', never by the address.",
        ],
    };

    public static PresetGuide Saml { get; } = new()
    {
        Preset = Preset.Entra,
        Kind = ConnectionKind.Saml,
        Title = "Microsoft Entra ID (SAML)",
        Attributes = new AttributeMap
        {
            Subject = Claims + "objectidentifier",
            Email = Soap + "emailaddress",
            UserName = Soap + "name",
            DisplayName = Claims + "displayname",
            Groups = Roles + "groups",
            Roles = Roles + "role",
        },
        Settings = new SamlConnectionSettings { NameIdFormat = NameIdFormats.Persistent },
        Steps =
        [
            "In the Entra admin center, open Enterprise applications, New application, Create your own (non-gallery).",
            "Under Single sign-on choose SAML, and paste the values below into Basic SAML Configuration.",
            "Under Attributes & Claims add a group claim: groups assigned to the application.",
            "Under SAML certificates set the signing option to 'Sign SAML response and assertion'.",
            "Copy the App Federation Metadata URL, and paste it here.",
        ],
        WatchOuts =
        [
            "An assertion holds at most 150 groups. Above that Entra leaves all of them out; what Keyline knew then stays as it was. Assign groups to the application, or use OpenID Connect, where the rest is fetched.",
            "The signing certificate ends after three years, and Entra does not change it by itself. Keyline warns before.",
            "Entra asks for a second factor only if a Conditional Access policy says so; a RequestedAuthnContext other than Password is refused.",
            "Single logout of Entra is by redirect only, and its requests are not signed for all applications.",
        ],
    };
}
