using Keyline.Identity.Directory;
using Keyline.Secrets;

namespace Keyline.Identity.Federation.Managing;

/// <summary>The settings of a directory's connection that an administrator chooses.</summary>
public sealed record LdapChange
{
    public required string Host { get; init; }

    public required int Port { get; init; }

    public required DirectorySecurity Security { get; init; }

    /// <summary>The roots to trust instead of the system's; null for the system's.</summary>
    public string? TrustedRootsPem { get; init; }

    public required string ServiceDn { get; init; }

    /// <summary>A new password of the service account; null keeps the one that there is.</summary>
    public SecretText? ServicePassword { get; init; }

    public required string PeopleBase { get; init; }

    public required string PersonFilter { get; init; }

    public required string SubjectAttribute { get; init; }

    public required GroupLookup Groups { get; init; }

    public string? GroupsBase { get; init; }

    public required string GroupFilter { get; init; }

    public required string GroupNameAttribute { get; init; }
}
