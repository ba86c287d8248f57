using Keyline.Secrets;

namespace Keyline.Identity.Directory;

/// <summary>Asks an LDAP directory. Nothing is remembered, and no password is kept or logged.</summary>
public interface IDirectory
{
    /// <summary>Connects, signs in with the service account and reads what the directory says of itself.</summary>
    Task<Result<DirectoryFacts, DirectoryFault>> CheckAsync(DirectorySettings settings, CancellationToken ct);

    /// <summary>Finds one person with the service account, then proves the password by signing in as that person.</summary>
    /// <returns>The person with groups; <see cref="DirectoryFaultCode.NotSignedIn"/> whether the person or the password is wrong.</returns>
    Task<Result<DirectoryPerson, DirectoryFault>> SignInAsync(
        DirectorySettings settings, string userName, SecretText password, CancellationToken ct);

    /// <summary>Finds one person with groups, without a password; for tests of a connection and for refreshing groups.</summary>
    Task<Result<DirectoryPerson, DirectoryFault>> FindAsync(DirectorySettings settings, string userName, CancellationToken ct);

    /// <summary>The groups below the groups' base, page by page, for the page of mappings.</summary>
    /// <param name="settings">The directory.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="ct">Gives up.</param>
    Task<Result<DirectoryGroups, DirectoryFault>> ListGroupsAsync(DirectorySettings settings, int limit, CancellationToken ct);
}
