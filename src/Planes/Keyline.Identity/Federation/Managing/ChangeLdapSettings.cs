using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Keyline.Identity.Changes;
using Keyline.Identity.Directory;
using Keyline.Identity.Federation.Ldap;
using Keyline.Identity.Settings;
using Keyline.Secrets;

namespace Keyline.Identity.Federation.Managing;

/// <summary>Changes a directory's connection, and asks the directory. The password goes in and never comes out again.</summary>
public sealed class ChangeLdapSettings(
    ConnectionWork work, LdapDirectory directories, IDirectory directory, SecretSealer sealer, ISettingsStore settings)
{
    private const int MaxLineLength = 1000;
    private const int MaxPemLength = 64 * 1024;

    public async Task<Result<Connection, ConnectionFault>> ChangeAsync(ConnectionRight right, ConnectionId id, LdapChange wanted, CancellationToken ct)
    {
        if (Check(wanted) is { } fault)
        {
            return fault;
        }

        if (wanted.Security == DirectorySecurity.InsecureNone && !(await settings.GetAsync(right.Actor.Tenant.Id, ct)).InsecureAllowClearTextLdap)
        {
            return new ConnectionFault(ConnectionFaultCode.ClearTextRefused,
                "without TLS every password can be read on the way; use LDAPS or StartTLS, or ask the operator to allow clear text for this tenant")
            {
                Field = "security",
            };
        }

        var found = await work.FindAsync<LdapConnectionSettings>(right, id, ConnectionKind.Ldap, ct);
        if (!found.Ok)
        {
            return found.Fault;
        }

        var (connection, before) = found.Value;
        var after = Apply(before, wanted, id);
        return after.SealedServicePassword is null
            ? ConnectionFault.Invalid("service-password", "expected the password of the service account")
            : await work.SaveUntestedAsync(right, connection with { Settings = after }, "connection.change", [.. Facts(before, after, wanted.ServicePassword is not null)]);
    }

    /// <summary>Connects with the service account and reads what the directory says of itself; changes nothing.</summary>
    public async Task<Result<DirectoryFacts, ConnectionFault>> TryAsync(ConnectionRight right, ConnectionId id, CancellationToken ct)
    {
        var found = await work.FindAsync<LdapConnectionSettings>(right, id, ConnectionKind.Ldap, ct);
        if (!found.Ok)
        {
            return found.Fault;
        }

        var where = directories.Of(found.Value.Connection, await settings.GetAsync(right.Actor.Tenant.Id, ct));
        if (!where.Ok)
        {
            return new ConnectionFault(ConnectionFaultCode.NotComplete, where.Fault.Detail);
        }

        var facts = await directory.CheckAsync(where.Value, ct);
        return facts.Ok ? facts.Value : new ConnectionFault(ConnectionFaultCode.InvalidSetting, facts.Fault.Detail);
    }

    private static ConnectionFault? Check(LdapChange wanted)
    {
        foreach (var (field, value, what) in Lines(wanted))
        {
            if (!LineText.TryParse(value, MaxLineLength, out _))
            {
                return ConnectionFault.Invalid(field, $"expected {what}, in one line");
            }
        }

        return wanted switch
        {
            _ when Uri.CheckHostName(wanted.Host.Trim()) == UriHostNameType.Unknown =>
                ConnectionFault.Invalid("host", "expected a host name, without ldaps:// and without a port"),
            { Port: < 1 or > 65535 } => ConnectionFault.Invalid("port", "expected a port of 1 to 65535; LDAPS has 636, StartTLS 389"),
            _ when !wanted.PersonFilter.Contains("{user}", StringComparison.Ordinal) =>
                ConnectionFault.Invalid("person-filter", "expected a filter with {user}, which stands for what the person typed"),
            { Groups: GroupLookup.Search } when !wanted.GroupFilter.Contains("{dn}", StringComparison.Ordinal) && !wanted.GroupFilter.Contains("{user}", StringComparison.Ordinal) =>
                ConnectionFault.Invalid("group-filter", "expected a filter with {dn} or {user}, which stand for the person"),
            { GroupsBase: { } groups } when !LineText.TryParse(groups, MaxLineLength, out _) =>
                ConnectionFault.Invalid("groups-base", "expected the DN below which groups are, in one line"),
            { ServicePassword: { } password } when password.Reveal().Length is 0 or > MaxLineLength =>
                ConnectionFault.Invalid("service-password", $"expected a password of 1 to {MaxLineLength} characters"),
            { TrustedRootsPem: { } pem } when !IsPem(pem) =>
                ConnectionFault.Invalid("trusted-roots", "expected certificates in PEM, each from -----BEGIN CERTIFICATE----- to -----END CERTIFICATE-----"),
            _ => null,
        };
    }

    private static IEnumerable<(string Field, string Value, string What)> Lines(LdapChange wanted) =>
    [
        ("host", wanted.Host, "the directory's host name"),
        ("service-dn", wanted.ServiceDn, "the service account's DN or name"),
        ("people-base", wanted.PeopleBase, "the DN below which people are"),
        ("person-filter", wanted.PersonFilter, "the filter that finds a person"),
        ("subject-attribute", wanted.SubjectAttribute, "the attribute that never changes, such as entryUUID or objectGUID"),
        ("group-filter", wanted.GroupFilter, "the filter that finds groups"),
        ("group-name", wanted.GroupNameAttribute, "the attribute that names a group, such as cn"),
    ];

    // The framework tells only by an exception that a text holds no certificates.
    private static bool IsPem(string pem)
    {
        if (pem.Length > MaxPemLength)
        {
            return false;
        }

        var found = new X509Certificate2Collection();
        try
        {
            found.ImportFromPem(pem);
            return found.Count > 0;
        }
        catch (CryptographicException)
        {
            return false;
        }
        finally
        {
            foreach (var certificate in found)
            {
                certificate.Dispose();
            }
        }
    }

    private LdapConnectionSettings Apply(LdapConnectionSettings before, LdapChange wanted, ConnectionId id) => before with
    {
        Host = wanted.Host.Trim(),
        Port = wanted.Port,
        Security = wanted.Security,
        TrustedRootsPem = wanted.TrustedRootsPem,
        ServiceDn = wanted.ServiceDn.Trim(),
        SealedServicePassword = wanted.ServicePassword is { } password ? sealer.Seal(password, LdapConnectionSettings.SecretPurpose(id)) : before.SealedServicePassword,
        PeopleBase = wanted.PeopleBase.Trim(),
        PersonFilter = wanted.PersonFilter.Trim(),
        SubjectAttribute = wanted.SubjectAttribute.Trim(),
        Groups = wanted.Groups,
        GroupsBase = wanted.GroupsBase?.Trim(),
        GroupFilter = wanted.GroupFilter.Trim(),
        GroupNameAttribute = wanted.GroupNameAttribute.Trim(),
    };

    private static IEnumerable<(string Name, string Value)> Facts(LdapConnectionSettings before, LdapConnectionSettings after, bool password)
    {
        if (password)
        {
            yield return ("service-password", "changed");
        }

        if (before.TrustedRootsPem != after.TrustedRootsPem)
        {
            yield return ("trusted-roots", after.TrustedRootsPem is null ? "the system's" : "changed");
        }

        foreach (var (was, becomes) in Pairs(before).Zip(Pairs(after)))
        {
            if (was.Value != becomes.Value)
            {
                yield return (was.Name, $"{was.Value} -> {becomes.Value}");
            }
        }
    }

    private static (string Name, string Value)[] Pairs(LdapConnectionSettings settings) =>
    [
        ("address", string.Create(CultureInfo.InvariantCulture, $"{settings.Host}:{settings.Port}")),
        ("security", settings.Security.ToString()),
        ("service-dn", settings.ServiceDn),
        ("people-base", settings.PeopleBase),
        ("person-filter", settings.PersonFilter),
        ("subject", settings.SubjectAttribute),
        ("groups", $"{settings.Groups} {settings.GroupsBase} {settings.GroupFilter} {settings.GroupNameAttribute}"),
    ];
}
