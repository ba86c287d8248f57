using Keyline.Identity.People;
using Keyline.Identity.SamlProvider.Apps;
using Keyline.Identity.Sessions;

namespace Keyline.Identity.SamlProvider.Sessions;

/// <summary>Port: what apps know of people, and which sessions opened which apps.</summary>
public interface IAppSessionStore
{
    Task<PairwiseName?> FindNameAsync(SamlAppId appId, PersonId personId, CancellationToken ct);

    void Add(PairwiseName name);

    void Add(AppSession session);

    /// <summary>The apps that a session opened, in the order in which it did.</summary>
    Task<IReadOnlyList<AppSession>> ListAsync(TenantId tenantId, SessionId sessionId, CancellationToken ct);

    /// <summary>What a logout request of an app names: all sessions of a name, or those with these indexes.</summary>
    Task<IReadOnlyList<AppSession>> FindByNameAsync(
        SamlAppId appId, string nameId, IReadOnlyCollection<string> indexes, CancellationToken ct);

    void Remove(AppSession session);

    Task<int> RemoveExpiredAsync(DateTimeOffset now, CancellationToken ct);
}
