using Keyline.Identity.Changes;
using Keyline.Identity.Groups;
using Keyline.Identity.Roles;
using Keyline.Identity.Sessions;
using Keyline.Tenancy;

namespace Keyline.Identity.People;

/// <summary>Finds people, and shows one with everything that an administrator asks about.</summary>
public sealed class ShowPeople(
    IPersonStore people, IIdentityLinks links, IGroupStore groups, AccessReader reader, ISessionStore sessions, TimeProvider time)
{
    public const int MaxPageSize = 200;
    private const int MaxTextLength = 200;
    private const int MaxSessions = 100;

    /// <summary>A page of people whose names, address or number hold a text, ordered by id.</summary>
    public async Task<IReadOnlyList<Person>> SearchAsync(TenantId tenantId, string text, PersonId? after, int limit, CancellationToken ct) =>
        text.Length <= MaxTextLength && LineText.IsClean(text)
            ? await people.SearchAsync(tenantId, text.Trim(), after, Math.Clamp(limit, 1, MaxPageSize), ct)
            : [];

    /// <summary>One person; null when there is no such person in the tenant.</summary>
    public async Task<PersonDetails?> FindAsync(Tenant tenant, PersonId id, CancellationToken ct) =>
        await reader.ReadAsync(tenant, id, ct) is { } access
            ? new PersonDetails(
                access.Person,
                await links.ListAsync(id, ct),
                await groups.ListOfPersonAsync(tenant.Id, id, ct),
                access,
                await sessions.ListLiveAsync(tenant.Id, id, null, MaxSessions, time.GetUtcNow(), ct))
            : null;
}
