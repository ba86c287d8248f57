using System.Globalization;
using Keyline.Identity.Directory;
using Keyline.Identity.Federation;
using Keyline.Identity.Federation.Ldap;
using Keyline.Identity.Federation.Managing;
using Keyline.Identity.Federation.Oidc;
using Keyline.Identity.Federation.Saml;
using Keyline.Portal.Requests;
using Keyline.Saml.Messages;
using Keyline.Saml.Verification;
using Keyline.Secrets;

namespace Keyline.Portal.Connections;

/// <summary>What forms show of a connection, and what they ask for. Secrets go one way: in.</summary>
internal static class Forms
{
    private static readonly char[] _spaces = [' ', ',', '\n', '\r', '\t'];

    public static FormState Of(Connection connection) => new(connection.Settings switch
    {
        SamlConnectionSettings saml => Of(saml, connection),
        OidcConnectionSettings oidc => Of(oidc),
        LdapConnectionSettings ldap => Of(ldap),
        _ => throw new System.Diagnostics.UnreachableException(),
    });

    public static FormState General(Connection connection) => new(new Dictionary<string, string>(
        connection.Settings is SamlConnectionSettings saml ? Of(saml, connection) : [], StringComparer.Ordinal)
    {
        ["name"] = connection.Name,
        ["creates-people"] = Flag(connection.CreatesPeople),
    });

    public static FormState Of(AttributeMap map) => new(new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["subject"] = map.Subject ?? "",
        ["email"] = map.Email ?? "",
        ["user-name"] = map.UserName ?? "",
        ["display-name"] = map.DisplayName ?? "",
        ["phone"] = map.Phone ?? "",
        ["groups"] = map.Groups ?? "",
        ["roles"] = map.Roles ?? "",
        ["tenant"] = map.Tenant ?? "",
        ["expected-tenant"] = map.ExpectedTenant ?? "",
    });

    public static AttributeMap ReadMap(PostedForm form) => new()
    {
        Subject = form.Text("subject"),
        Email = form.Text("email"),
        UserName = form.Text("user-name"),
        DisplayName = form.Text("display-name"),
        Phone = form.Text("phone"),
        Groups = form.Text("groups"),
        Roles = form.Text("roles"),
        Tenant = form.Text("tenant"),
        ExpectedTenant = form.Text("expected-tenant"),
    };

    public static SamlChange ReadSaml(PostedForm form) => new()
    {
        MetadataChoice = OneOf(form, "metadata-choice", MetadataChoice.Hold),
        RequestBinding = OneOf(form, "binding", SamlBinding.Redirect),
        SignRequests = form.Ticked("sign-requests"),
        NameIdFormat = Maybe(form, "name-id-format"),
        ForceAuthn = form.Ticked("force-authn"),
        AuthnContexts = List(form, "authn-contexts"),
        SignaturePolicy = OneOf(form, "signatures", SignaturePolicy.Either),
        AllowIdpInitiated = form.Ticked("idp-initiated"),
        InsecureAllowCbc = form.Ticked("insecure-cbc"),
    };

    public static OidcChange ReadOidc(PostedForm form) => new()
    {
        Issuer = form.Text("issuer"),
        MetadataAddress = Maybe(form, "metadata-address"),
        ClientId = form.Text("client-id"),
        ClientMethod = OneOf(form, "client-method", OidcClientMethod.SecretBasic),
        ClientSecret = Secret(form, "client-secret"),
        Scopes = List(form, "scopes"),
        AllowedTenants = List(form, "allowed-tenants"),
        AllowedDomains = List(form, "allowed-domains"),
        AcrValues = List(form, "acr-values"),
        RequireAcr = form.Ticked("require-acr"),
        MaxAgeSeconds = form.Text("max-age").Length == 0 ? null : form.Number("max-age") ?? -1,
        Prompt = Maybe(form, "prompt"),
        FormPost = form.Ticked("form-post"),
        ReadUserInfo = form.Ticked("read-user-info"),
        FollowGroupOverage = form.Ticked("follow-overage"),
        SignOutAtProvider = form.Ticked("sign-out-at-provider"),
    };

    public static LdapChange ReadLdap(PostedForm form) => new()
    {
        Host = form.Text("host"),
        Port = form.Number("port") ?? 0,
        Security = OneOf(form, "security", DirectorySecurity.Ldaps),
        TrustedRootsPem = Maybe(form, "trusted-roots"),
        ServiceDn = form.Text("service-dn"),
        ServicePassword = Secret(form, "service-password"),
        PeopleBase = form.Text("people-base"),
        PersonFilter = form.Text("person-filter"),
        SubjectAttribute = form.Text("subject-attribute"),
        Groups = OneOf(form, "groups", GroupLookup.MemberOf),
        GroupsBase = Maybe(form, "groups-base"),
        GroupFilter = form.Text("group-filter"),
        GroupNameAttribute = form.Text("group-name"),
    };

    private static Dictionary<string, string> Of(SamlConnectionSettings saml, Connection connection) => new(StringComparer.Ordinal)
    {
        ["name"] = connection.Name,
        ["creates-people"] = Flag(connection.CreatesPeople),
        ["metadata-url"] = saml.MetadataUrl?.OriginalString ?? "",
        ["entity-id"] = "",
        ["metadata-choice"] = saml.MetadataChoice.ToString(),
        ["binding"] = saml.RequestBinding.ToString(),
        ["sign-requests"] = Flag(saml.SignRequests),
        ["name-id-format"] = saml.NameIdFormat ?? "",
        ["force-authn"] = Flag(saml.ForceAuthn),
        ["authn-contexts"] = string.Join('\n', saml.AuthnContexts),
        ["signatures"] = saml.SignaturePolicy.ToString(),
        ["idp-initiated"] = Flag(saml.AllowIdpInitiated),
        ["insecure-cbc"] = Flag(saml.InsecureAllowCbc),
    };

    private static Dictionary<string, string> Of(OidcConnectionSettings oidc) => new(StringComparer.Ordinal)
    {
        ["issuer"] = oidc.Issuer,
        ["metadata-address"] = oidc.MetadataAddress?.OriginalString ?? "",
        ["client-id"] = oidc.ClientId,
        ["client-method"] = oidc.ClientMethod.ToString(),
        ["scopes"] = string.Join(' ', oidc.Scopes),
        ["allowed-tenants"] = string.Join(' ', oidc.AllowedTenants),
        ["allowed-domains"] = string.Join(' ', oidc.AllowedDomains),
        ["acr-values"] = string.Join(' ', oidc.AcrValues),
        ["require-acr"] = Flag(oidc.RequireAcr),
        ["max-age"] = oidc.MaxAgeSeconds?.ToString(CultureInfo.InvariantCulture) ?? "",
        ["prompt"] = oidc.Prompt ?? "",
        ["form-post"] = Flag(oidc.FormPost),
        ["read-user-info"] = Flag(oidc.ReadUserInfo),
        ["follow-overage"] = Flag(oidc.FollowGroupOverage),
        ["sign-out-at-provider"] = Flag(oidc.SignOutAtProvider),
    };

    private static Dictionary<string, string> Of(LdapConnectionSettings ldap) => new(StringComparer.Ordinal)
    {
        ["host"] = ldap.Host,
        ["port"] = ldap.Port.ToString(CultureInfo.InvariantCulture),
        ["security"] = ldap.Security.ToString(),
        ["trusted-roots"] = ldap.TrustedRootsPem ?? "",
        ["service-dn"] = ldap.ServiceDn,
        ["people-base"] = ldap.PeopleBase,
        ["person-filter"] = ldap.PersonFilter,
        ["subject-attribute"] = ldap.SubjectAttribute,
        ["groups"] = ldap.Groups.ToString(),
        ["groups-base"] = ldap.GroupsBase ?? "",
        ["group-filter"] = ldap.GroupFilter,
        ["group-name"] = ldap.GroupNameAttribute,
    };

    private static string Flag(bool on) => on ? "true" : "";

    private static string? Maybe(PostedForm form, string name) => form.Text(name) is { Length: > 0 } text ? text : null;

    private static SecretText? Secret(PostedForm form, string name) => Maybe(form, name) is { } text ? new SecretText(text) : null;

    private static string[] List(PostedForm form, string name) => form.Text(name).Split(_spaces, StringSplitOptions.RemoveEmptyEntries);

    // What is not on the list can't come from our form; the safe value is taken.
    private static TEnum OneOf<TEnum>(PostedForm form, string name, TEnum safe)
        where TEnum : struct, Enum =>
        Enum.TryParse<TEnum>(form.Text(name), out var value) && Enum.IsDefined(value) ? value : safe;
}
