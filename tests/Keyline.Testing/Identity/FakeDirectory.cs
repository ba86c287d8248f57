using Keyline.Identity.Directory;
using Keyline.Secrets;

namespace Keyline.Testing.Identity;

/// <summary>A directory that refuses everything, unless a test gives it an answer.</summary>
public sealed class FakeDirectory : IDirectory
{
    public DirectoryFacts? Facts { get; set; }

    /// <summary>The settings with which it was asked last.</summary>
    public DirectorySettings? Asked { get; private set; }

    public Task<Result<DirectoryFacts, DirectoryFault>> CheckAsync(DirectorySettings settings, CancellationToken ct)
    {
        Asked = settings;
        return Task.FromResult<Result<DirectoryFacts, DirectoryFault>>(Facts is { } facts ? facts : Fault);
    }

    public Task<Result<DirectoryPerson, DirectoryFault>> SignInAsync(
        DirectorySettings settings, string userName, SecretText password, CancellationToken ct) => Task.FromResult<Result<DirectoryPerson, DirectoryFault>>(Fault);

    public Task<Result<DirectoryPerson, DirectoryFault>> FindAsync(DirectorySettings settings, string userName, CancellationToken ct) =>
        Task.FromResult<Result<DirectoryPerson, DirectoryFault>>(Fault);

    public Task<Result<DirectoryGroups, DirectoryFault>> ListGroupsAsync(DirectorySettings settings, int limit, CancellationToken ct) =>
        Task.FromResult<Result<DirectoryGroups, DirectoryFault>>(Fault);

    private static DirectoryFault Fault { get; } = new(DirectoryFaultCode.Unreachable, "nobody takes the connection");
}
