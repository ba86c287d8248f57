using Keyline.Identity.Directory;
using Keyline.Identity.Settings;
using Keyline.Identity.SignIn;
using Keyline.Secrets;

namespace Keyline.Identity.Federation.Ldap;

/// <summary>What the directory's client needs to know of a connection.</summary>
public sealed class LdapDirectory(SecretSealer sealer)
{
    public Result<DirectorySettings, SignInFault> Of(Connection connection, TenantSettings tenantSettings)
    {
        var settings = (LdapConnectionSettings)connection.Settings;
        if (settings.SealedServicePassword is not { } text
            || sealer.Open(text, LdapConnectionSettings.SecretPurpose(connection.Id)) is not { Ok: true, Value: var password })
        {
            return new SignInFault(SignInFaultCode.SettingsInvalid, "the service account's password is missing or can't be opened");
        }

        var map = connection.Attributes;
        return new DirectorySettings
        {
            Host = settings.Host,
            Port = settings.Port,
            Security = settings.Security,
            InsecureClearTextAllowed = tenantSettings.InsecureAllowClearTextLdap,
            TrustedRootsPem = settings.TrustedRootsPem,
            ServiceDn = settings.ServiceDn,
            ServicePassword = password,
            PeopleBase = settings.PeopleBase,
            PersonFilter = settings.PersonFilter,
            SubjectAttribute = settings.SubjectAttribute,
            Attributes =
            [
                .. new[] { map.Email, map.UserName, map.DisplayName, map.Phone, map.Tenant, map.Roles, map.Subject }.OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase),
            ],
            Groups = settings.Groups,
            GroupsBase = settings.GroupsBase,
            GroupFilter = settings.GroupFilter,
            GroupNameAttribute = settings.GroupNameAttribute,
        };
    }
}
