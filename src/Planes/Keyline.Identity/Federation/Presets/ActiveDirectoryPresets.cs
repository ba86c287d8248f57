using Keyline.Identity.Directory;
using Keyline.Identity.Federation.Ldap;
using Keyline.Identity.Federation.Saml;

namespace Keyline.Identity.Federation.Presets;

/// <summary>Active Directory: the directory itself, and Federation Services in front of it.</summary>
internal static class ActiveDirectoryPresets
{
    public static ConnectionPreset Ldap { get; } = new()
    {
        Key = "active-directory",
        Preset = Preset.ActiveDirectory,
        Name = "Active Directory (LDAP)",
        Summary = "Keyline asks a domain controller. For companies without an identity provider in front of it.",
        Attributes = new AttributeMap { Email = "mail", UserName = "userPrincipalName", DisplayName = "displayName", Phone = "telephoneNumber" },
        Settings = new LdapConnectionSettings
        {
            SubjectAttribute = "objectGUID",
            PersonFilter = "(&(objectCategory=person)(objectClass=user)(|(sAMAccountName={user})(userPrincipalName={user})(mail={user}))"
                + "(!(userAccountControl:1.2.840.113556.1.4.803:=2)))",
            Groups = GroupLookup.InChain,
        },
        Steps =
        [
            new("Active Directory Users and Computers → your domain → Managed Service Accounts or Users",
                "Make a user for Keyline: a long random password that does not run out, member of Domain Users and of nothing else. Reading is all that it needs."),
            new("Domain controller → certificates", "Domain controllers offer LDAPS on port 636 once they have a certificate. Export the root of the authority that made it, as Base-64 (.CER)."),
            new("Firewall", "Let this server reach the domain controller on port 636."),
        ],
        BringBack = "The host name as in the certificate, the account's name and password, the root certificate, and the base, such as DC=acme,DC=example.",
        WatchOuts =
        [
            "The host name must be one that the certificate has; an address will not do. The domain's own name works when the certificates have it, and then any controller answers.",
            "Accounts that are switched off are not found. A person whose password has run out is told that it is wrong.",
            "Groups within groups are found by Active Directory's own rule; primary groups (Domain Users) are not among them.",
            "A directory proves a password and nothing more: what needs a second factor can't be met by it alone.",
        ],
    };

    public static ConnectionPreset FederationServices { get; } = new()
    {
        Key = "adfs",
        Preset = Preset.ActiveDirectory,
        Name = "AD FS (SAML)",
        Summary = "A relying party trust in Active Directory Federation Services.",
        Attributes = new AttributeMap
        {
            Subject = ClaimNames.PrimarySid,
            Email = ClaimNames.Email,
            UserName = ClaimNames.Upn,
            DisplayName = ClaimNames.Name,
            Groups = ClaimNames.AdfsGroup,
        },
        Settings = new SamlConnectionSettings { NameIdFormat = null },
        Steps =
        [
            new("AD FS Management → Relying Party Trusts → Add Relying Party Trust → Claims aware", "Import the data from this address, and accept what it fills in.")
            {
                Values = [new("Federation metadata address", AddressKind.SamlMetadata)],
            },
            new("the trust → Edit Claim Issuance Policy → Send LDAP Attributes as Claims",
                "Attribute store: Active Directory. E-Mail-Addresses → E-Mail Address, User-Principal-Name → UPN, Display-Name → Name, Token-Groups - Unqualified Names → Group."),
            new("the trust → Edit Claim Issuance Policy → Pass Through an Incoming Claim", "Incoming claim type: Primary SID. It identifies the person for ever."),
        ],
        BringBack = "The metadata address: https://YOUR-ADFS/FederationMetadata/2007-06/FederationMetadata.xml",
        WatchOuts =
        [
            "AD FS renews its token-signing certificate every year by itself, and uses the new one some days later. Let Keyline fetch the metadata by its address, so that it knows in time.",
            "AD FS sends no NameID unless a rule makes one; none is needed, because the Primary SID identifies a person.",
            "If AD FS encrypts with AES-CBC, switch its relying party trust to no encryption, or allow CBC here; the assertion is signed in any case.",
            "AD FS compares the audience to the letter: the trust's identifier must be our entity ID.",
        ],
    };
}
