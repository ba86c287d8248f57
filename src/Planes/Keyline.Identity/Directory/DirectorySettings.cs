using Keyline.Secrets;

namespace Keyline.Identity.Directory;

/// <summary>How to reach a directory, and where in it people and groups are.</summary>
public sealed record DirectorySettings
{
    /// <summary>The host name that the certificate must have, or an address.</summary>
    public required string Host { get; init; }

    /// <summary>The port: usually 636 for <see cref="DirectorySecurity.Ldaps"/>, else 389.</summary>
    public int Port { get; init; } = 636;

    /// <summary>How the connection is protected.</summary>
    public DirectorySecurity Security { get; init; } = DirectorySecurity.Ldaps;

    /// <summary>Whether the operator allows this tenant <see cref="DirectorySecurity.InsecureNone"/>. Never the tenant's own choice.</summary>
    public bool InsecureClearTextAllowed { get; init; }

    /// <summary>The roots to trust instead of the system's, in PEM form.</summary>
    public string? TrustedRootsPem { get; init; }

    /// <summary>The service account's name.</summary>
    public required string ServiceDn { get; init; }

    /// <summary>The service account's password.</summary>
    public required SecretText ServicePassword { get; init; }

    /// <summary>Where people are.</summary>
    public required string PeopleBase { get; init; }

    /// <summary>Finds one person; <c>{user}</c> stands for what the person typed.</summary>
    public string PersonFilter { get; init; } = "(&(objectClass=person)(uid={user}))";

    /// <summary>The immutable subject: <c>entryUUID</c>, <c>objectGUID</c>, or an attribute of one's own.</summary>
    public string SubjectAttribute { get; init; } = "entryUUID";

    /// <summary>What else to read of a person.</summary>
    public IReadOnlyList<string> Attributes { get; init; } = ["uid", "mail", "displayName", "cn", "telephoneNumber"];

    /// <summary>How groups are found.</summary>
    public GroupLookup Groups { get; init; } = GroupLookup.MemberOf;

    /// <summary>Where groups are; null for <see cref="PeopleBase"/>.</summary>
    public string? GroupsBase { get; init; }

    /// <summary>For <see cref="GroupLookup.Search"/>: finds the groups of <c>{dn}</c> or of <c>{user}</c>.</summary>
    public string GroupFilter { get; init; } = "(member={dn})";

    /// <summary>All groups, for the list of them.</summary>
    public string AllGroupsFilter { get; init; } = "(|(objectClass=groupOfNames)(objectClass=groupOfUniqueNames)(objectClass=posixGroup)(objectClass=group))";

    /// <summary>The attribute with a group's name as mappings know it.</summary>
    public string GroupNameAttribute { get; init; } = "cn";
}
