using Keyline.Identity.Directory;
using Keyline.Identity.Federation.Ldap;

namespace Keyline.Identity.Federation.Presets;

/// <summary>Directories.</summary>
internal static class DirectoryGuides
{
    private const string Reader = "Make a service account that may read people and groups, and nothing else.";
    private const string Roots = "If the directory's certificate comes from a CA of your own, paste that CA's certificate here.";
    private const string NoFactor = "A directory knows passwords alone: every sign-in counts as one factor.";

    public static PresetGuide ActiveDirectory { get; } = new()
    {
        Preset = Preset.ActiveDirectory,
        Kind = ConnectionKind.Ldap,
        Title = "Active Directory",
        Attributes = new AttributeMap { Email = "mail", UserName = "userPrincipalName", DisplayName = "displayName", Phone = "telephoneNumber" },
        Settings = new LdapConnectionSettings
        {
            PersonFilter = "(&(objectCategory=person)(objectClass=user)(!(userAccountControl:1.2.840.113556.1.4.803:=2))(|(sAMAccountName={user})(userPrincipalName={user})(mail={user})))",
            SubjectAttribute = "objectGUID",
            Groups = GroupLookup.InChain,
        },
        Steps =
        [
            Reader,
            "Enter a domain controller, or the domain's name with a certificate that names it; port 636 for LDAPS.",
            "Enter the base below which people are, for example DC=acme,DC=example.",
            Roots,
        ],
        WatchOuts =
        [
            "Nested groups are followed by the directory itself, which can be slow in very large forests; a global catalog (port 3269) sees the whole forest.",
            "The primary group (usually Domain Users) is not among a person's groups.",
            NoFactor,
        ],
    };

    public static PresetGuide Ldap { get; } = new()
    {
        Preset = Preset.Generic,
        Kind = ConnectionKind.Ldap,
        Title = "LDAP directory",
        Attributes = new AttributeMap { Email = "mail", UserName = "uid", DisplayName = "displayName", Phone = "telephoneNumber" },
        Settings = new LdapConnectionSettings { PersonFilter = "(&(objectClass=person)(|(uid={user})(mail={user})))" },
        Steps = [Reader, "Enter host and port: 636 for LDAPS, 389 for StartTLS.", "Enter the bases below which people and groups are.", Roots],
        WatchOuts =
        [
            "memberOf must be kept by the directory (OpenLDAP: the overlay memberof, loaded before the groups were made); otherwise let groups be searched.",
            "Without TLS a directory is refused unless the operator allows it for this tenant: passwords could be read on the way.",
            NoFactor,
        ],
    };
}
