using Keyline.Identity.Directory;
using Keyline.Secrets;

namespace Keyline.Server.Tests.Human.Ldap;

/// <summary>A directory with one person, whose password is known to a test.</summary>
internal sealed class StubDirectory : IDirectory
{
    public const string Password = "correct horse";

    public bool Away { get; set; }

    public int Asked { get; private set; }

    public Task<Result<DirectoryFacts, DirectoryFault>> CheckAsync(DirectorySettings settings, CancellationToken ct) =>
        Task.FromResult<Result<DirectoryFacts, DirectoryFault>>(new DirectoryFacts([settings.PeopleBase], false, true));

    public Task<Result<DirectoryPerson, DirectoryFault>> SignInAsync(
        DirectorySettings settings, string userName, SecretText password, CancellationToken ct)
    {
        Asked++;
        Result<DirectoryPerson, DirectoryFault> answer = Away
            ? new DirectoryFault(DirectoryFaultCode.Unreachable, "nobody takes the connection")
            : userName == "anna" && password.Reveal() == Password
                ? Anna()
                : new DirectoryFault(DirectoryFaultCode.NotSignedIn, userName == "anna" ? "wrong password" : "no such person");
        return Task.FromResult(answer);
    }

    public Task<Result<DirectoryPerson, DirectoryFault>> FindAsync(DirectorySettings settings, string userName, CancellationToken ct) =>
        Task.FromResult<Result<DirectoryPerson, DirectoryFault>>(Anna());

    public Task<Result<DirectoryGroups, DirectoryFault>> ListGroupsAsync(DirectorySettings settings, int limit, CancellationToken ct) =>
        Task.FromResult<Result<DirectoryGroups, DirectoryFault>>(Anna().Groups);

    private static DirectoryPerson Anna() => new()
    {
        Subject = "5f3c2e1a-0000-4000-8000-000000000001",
        Dn = "uid=anna,ou=people,dc=acme,dc=example",
        Attributes = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase)
        {
            ["mail"] = ["anna@acme.example"],
            ["uid"] = ["anna"],
            ["displayName"] = ["Anna"],
        },
        Groups = new DirectoryGroups([new DirectoryGroup("cn=phones,ou=groups,dc=acme,dc=example", "phones")], Complete: true),
    };
}
