using System.Text.Json.Serialization;
using Keyline.Identity.Directory;

namespace Keyline.Identity.Federation.Ldap;

/// <summary>The settings of a connection to an LDAP directory.</summary>
public sealed record LdapConnectionSettings : ConnectionSettings
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override ConnectionKind Kind => ConnectionKind.Ldap;

    public string Host { get; init; } = "";

    public int Port { get; init; } = 636;

    public DirectorySecurity Security { get; init; } = DirectorySecurity.Ldaps;

    /// <summary>The roots to trust instead of the system's, in PEM form.</summary>
    public string? TrustedRootsPem { get; init; }

    public string ServiceDn { get; init; } = "";

    /// <summary>The service account's password, sealed for <see cref="SecretPurpose"/>.</summary>
    public string? SealedServicePassword { get; init; }

    public string PeopleBase { get; init; } = "";

    /// <summary>Finds one person; <c>{user}</c> stands for what the person typed.</summary>
    public string PersonFilter { get; init; } = "(&(objectClass=person)(uid={user}))";

    public string SubjectAttribute { get; init; } = "entryUUID";

    public GroupLookup Groups { get; init; } = GroupLookup.MemberOf;

    public string? GroupsBase { get; init; }

    public string GroupFilter { get; init; } = "(member={dn})";

    public string GroupNameAttribute { get; init; } = "cn";

    /// <summary>For what the secret of a connection is sealed.</summary>
    public static string SecretPurpose(ConnectionId connection) => $"connection.ldap-secret/{connection}";
}
