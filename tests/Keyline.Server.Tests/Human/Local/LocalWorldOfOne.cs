using Keyline.Identity.Authenticators.Account;
using Keyline.Identity.BreakGlass;
using Keyline.Identity.People;
using Keyline.Identity.Sessions;
using Keyline.Journal;
using Keyline.Testing.Identity;

namespace Keyline.Server.Tests.Human.Local;

/// <summary>An installation for one test that counts all break-glass accounts of a tenant.</summary>
internal sealed class LocalWorldOfOne : IAsyncDisposable
{
    public LocalWorld World { get; } = new();

    public ValueTask InitializeAsync() => World.InitializeAsync();

    public Task<Person> AddBreakGlassAsync(string userName) =>
        World.AddAsync(userName, new TestApp(), person => person with { Kind = PersonKind.BreakGlass });

    public Task<Result<Unit, BreakGlassFault>> RemoveAsync(Person person) =>
        World.First.AskAsync<ChangeBreakGlass, Result<Unit, BreakGlassFault>>(change => change.RemoveAsync(
            World.Tenant, person.Id, new CredentialActor(AuditParty.CommandLine("root"), ClientDescription.None, Keep: null), CancellationToken.None));

    public ValueTask DisposeAsync() => World.DisposeAsync();
}
