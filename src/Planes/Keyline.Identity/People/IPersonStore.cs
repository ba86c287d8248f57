namespace Keyline.Identity.People;

/// <summary>Port: the people of a tenant.</summary>
public interface IPersonStore
{
    Task<Person?> FindAsync(TenantId tenantId, PersonId id, CancellationToken ct);

    /// <summary>The person with this user name, else the only one with this e-mail address, else with this phone number.</summary>
    Task<Person?> FindByLoginAsync(TenantId tenantId, string login, CancellationToken ct);

    /// <summary>People whose names, address or number hold a text, ordered by id, behind an id.</summary>
    Task<IReadOnlyList<Person>> SearchAsync(TenantId tenantId, string text, PersonId? after, int limit, CancellationToken ct);

    Task<int> CountAsync(TenantId tenantId, PersonKind kind, CancellationToken ct);

    /// <summary>The break-glass accounts that there are; those that were removed are deactivated people.</summary>
    Task<IReadOnlyList<Person>> ListBreakGlassAsync(TenantId tenantId, CancellationToken ct);

    void Add(Person person);

    void Update(Person person);

    /// <summary>
    /// Notes a sign-in of somebody who is active, with the next commit, and holds the row until then: false when they were
    /// deactivated meanwhile (I7). Whoever begins a session asks this first.
    /// </summary>
    Task<bool> MarkSignedInAsync(TenantId tenantId, PersonId id, DateTimeOffset at, CancellationToken ct);
}
