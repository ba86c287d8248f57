using System.Security.Cryptography;
using Keyline.Identity.Directory;
using Keyline.Server.Outside.Tls;

namespace Keyline.Server.Outside.Directory;

/// <summary>What must be true before anything is sent.</summary>
internal static class LdapSettingsCheck
{
    public static DirectoryFault? Problem(DirectorySettings settings)
    {
        if (settings.Security == DirectorySecurity.InsecureNone && !settings.InsecureClearTextAllowed)
        {
            return new DirectoryFault(
                DirectoryFaultCode.ClearTextRefused, "expected ldaps or StartTLS; only the operator can allow a directory without encryption");
        }

        if (!Enum.IsDefined(settings.Security) || !Enum.IsDefined(settings.Groups))
        {
            return Bad("an unknown kind of protection or of group lookup");
        }

        if (settings.Port is < 1 or > ushort.MaxValue || settings.Host.Length == 0)
        {
            return Bad("no host, or a port outside 1 to 65535");
        }

        if (settings.ServiceDn.Length == 0 || settings.ServicePassword.Reveal().Length == 0)
        {
            return Bad("a service account without a name or password");
        }

        if (LdapFilterParser.Parse(settings.PersonFilter, "user") is null || !settings.PersonFilter.Contains("{user}", StringComparison.Ordinal))
        {
            return Bad($"expected a filter with {{user}} in it, got '{settings.PersonFilter}'");
        }

        if (LdapFilterParser.Parse(settings.GroupFilter, "dn", "user") is null || LdapFilterParser.Parse(settings.AllGroupsFilter) is null)
        {
            return Bad($"expected filters for groups, got '{settings.GroupFilter}' and '{settings.AllGroupsFilter}'");
        }

        return settings.TrustedRootsPem is { } pem && !HoldsRoots(pem) ? Bad("expected roots in PEM form, found none") : null;
    }

    private static bool HoldsRoots(string pem)
    {
        try
        {
            return TrustedRoots.ReadText(pem).Count > 0;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static DirectoryFault Bad(string what) => new(DirectoryFaultCode.BadSettings, what);
}
