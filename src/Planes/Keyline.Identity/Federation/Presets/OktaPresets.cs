using Keyline.Identity.Federation.Oidc;
using Keyline.Identity.Federation.Saml;

namespace Keyline.Identity.Federation.Presets;

/// <summary>Okta.</summary>
internal static class OktaPresets
{
    private const string GroupFilter =
        "Okta sends no groups until a filter says which. 'Matches regex' with .* sends all of them; 'Starts with' and a common beginning is better.";

    public static ConnectionPreset Saml { get; } = new()
    {
        Key = "okta-saml",
        Preset = Preset.Okta,
        Name = "Okta (SAML)",
        Summary = "A SAML 2.0 app integration in Okta.",
        Attributes = new AttributeMap
        {
            Subject = "id",
            Email = "email",
            UserName = "login",
            DisplayName = "displayName",
            Phone = "phone",
            Groups = "groups",
        },
        Settings = new SamlConnectionSettings { NameIdFormat = null },
        Steps =
        [
            new("Okta Admin Console → Applications → Create App Integration → SAML 2.0", "Give it a name that your people know."),
            new("Configure SAML → General", "Paste these values. Leave 'Use this for Recipient URL and Destination URL' ticked.")
            {
                Values = [new("Single sign-on URL", AddressKind.SamlConsumer), new("Audience URI (SP Entity ID)", AddressKind.SamlEntityId)],
            },
            new("Configure SAML → Show Advanced Settings", "Response and Assertion Signature: Signed. For single logout, upload the signature certificate from our metadata and paste these.")
            {
                Values = [new("Single Logout URL", AddressKind.SamlLogout), new("SP Issuer", AddressKind.SamlEntityId)],
            },
            new("Configure SAML → Attribute Statements", "Add one line for each of these, name and value.")
            {
                Values =
                [
                    new("id", null, "user.getInternalProperty(\"id\")"),
                    new("email", null, "user.email"),
                    new("login", null, "user.login"),
                    new("displayName", null, "user.displayName"),
                    new("phone", null, "user.mobilePhone"),
                ],
            },
            new("Configure SAML → Group Attribute Statements", "Name: groups. " + GroupFilter),
            new("the application → Assignments", "Assign the people and groups who may sign in."),
        ],
        BringBack = "From the 'Sign On' tab copy the Metadata URL.",
        WatchOuts =
        [
            GroupFilter,
            "A person who is not assigned to the application gets an error at Okta, and never comes here.",
            "The NameID is the Okta user name, which can change; the attribute 'id' is what identifies a person.",
            "A tile on the Okta dashboard is an IdP-initiated sign-in. Use a bookmark app that opens our sign-in page instead.",
        ],
    };

    public static ConnectionPreset Oidc { get; } = new()
    {
        Key = "okta-oidc",
        Preset = Preset.Okta,
        Name = "Okta (OpenID Connect)",
        Summary = "An OIDC web application in Okta. Keys renew themselves.",
        Attributes = new AttributeMap { Email = "email", UserName = "preferred_username", DisplayName = "name", Phone = "phone_number", Groups = "groups" },
        Settings = new OidcConnectionSettings { Scopes = ["openid", "profile", "email", "phone", "groups"] },
        IssuerExample = "https://YOUR-COMPANY.okta.com",
        Steps =
        [
            new("Okta Admin Console → Applications → Create App Integration → OIDC, Web Application", "Grant type: Authorization Code. Paste these values.")
            {
                Values = [new("Sign-in redirect URIs", AddressKind.OidcCallback), new("Sign-out redirect URIs", AddressKind.SignedOut)],
            },
            new("the application → General → Proof of possession", "Tick 'Require PKCE as additional verification'."),
            new("the application → General → Logout", "Where your Okta has it, paste the back-channel logout address.")
            {
                Values = [new("Logout request URL", AddressKind.OidcBackChannelLogout)],
            },
            new("the application → Sign On → OpenID Connect ID Token", "Groups claim type: Filter. Groups claim filter: groups. " + GroupFilter),
            new("the application → Assignments", "Assign the people and groups who may sign in."),
        ],
        BringBack = "Copy Client ID and Client secret from the 'General' tab. The issuer is the address of your Okta, without anything behind it.",
        WatchOuts =
        [
            GroupFilter,
            "The scope 'groups' exists at the org authorization server (the address without /oauth2/default). At a custom one, add a groups claim there instead.",
            "Okta refuses a claim with more than 100 groups; narrow the filter.",
            "A person who is not assigned to the application gets an error at Okta, and never comes here.",
        ],
    };
}
