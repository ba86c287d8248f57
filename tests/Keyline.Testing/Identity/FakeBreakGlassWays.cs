using Keyline.Identity.People;
using Keyline.Identity.Roles.Protection;

namespace Keyline.Testing.Identity;

/// <summary>Break-glass accounts among the people: set up, unless it is said that they are not.</summary>
public sealed class FakeBreakGlassWays(FakePeople people) : IBreakGlassWays
{
    /// <summary>Accounts that nobody has set up yet.</summary>
    public HashSet<PersonId> NotSetUp { get; } = [];

    /// <inheritdoc/>
    public Task<bool> AnyAsync(TenantId tenantId, PersonId? except, CancellationToken ct) => Task.FromResult(people.All.Any(person =>
        person.TenantId == tenantId && person is { Kind: PersonKind.BreakGlass, State: PersonState.Active }
        && person.Id != except && !NotSetUp.Contains(person.Id)));
}
