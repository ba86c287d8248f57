using Keyline.Identity.People;

namespace Keyline.Testing.Identity;

public sealed class FakePeople(FakeJournal journal) : IPersonStore
{
    public IList<Person> All { get; } = [];

    public Task<Person?> FindAsync(TenantId tenantId, PersonId id, CancellationToken ct) =>
        Task.FromResult(All.FirstOrDefault(person => person.TenantId == tenantId && person.Id == id));

    public Task<Person?> FindByLoginAsync(TenantId tenantId, string login, CancellationToken ct)
    {
        var key = LookupKey.Name(login);
        var mine = All.Where(person => person.TenantId == tenantId).ToList();
        var byMail = mine.Where(person => person.Email is { } email && LookupKey.Name(email) == key).ToList();
        return Task.FromResult(mine.FirstOrDefault(person => LookupKey.Name(person.UserName) == key)
            ?? (byMail.Count == 1 ? byMail[0] : null)
            ?? mine.FirstOrDefault(person => person.Phone is { } phone && LookupKey.Phone(phone) is { Length: > 0 } own && own == LookupKey.Phone(login)));
    }

    public Task<IReadOnlyList<Person>> SearchAsync(TenantId tenantId, string text, PersonId? after, int limit, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<Person>>(
            [.. All.Where(person => person.TenantId == tenantId && person.DisplayName.Contains(text, StringComparison.OrdinalIgnoreCase)).Take(limit)]);

    public Task<int> CountAsync(TenantId tenantId, PersonKind kind, CancellationToken ct) =>
        Task.FromResult(All.Count(person => person.TenantId == tenantId && person.Kind == kind));

    public Task<IReadOnlyList<Person>> ListBreakGlassAsync(TenantId tenantId, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<Person>>([.. All.Where(person => person.TenantId == tenantId && person.Kind == PersonKind.BreakGlass)]);

    public void Add(Person person) => journal.Pend(
        () => All.All(other => other.TenantId != person.TenantId || LookupKey.Name(other.UserName) != LookupKey.Name(person.UserName)),
        () => All.Add(person));

    /// <summary>What happens between the decision and the note, for a test of a race.</summary>
    public Action? BeforeMark { get; set; }

    public Task<bool> MarkSignedInAsync(TenantId tenantId, PersonId id, DateTimeOffset at, CancellationToken ct)
    {
        BeforeMark?.Invoke();
        var found = All.FirstOrDefault(person => person.TenantId == tenantId && person.Id == id && person.State == PersonState.Active);
        if (found is null)
        {
            return Task.FromResult(false);
        }

        journal.Pend(() => true, () => All[All.IndexOf(All.First(other => other.Id == id))] = All.First(other => other.Id == id) with { LastSignInAt = at });
        return Task.FromResult(true);
    }

    public void Update(Person person) => journal.Pend(
        () => All.All(other => other.Id == person.Id || other.TenantId != person.TenantId || LookupKey.Name(other.UserName) != LookupKey.Name(person.UserName)),
        () => All[All.IndexOf(All.First(other => other.Id == person.Id))] = person);
}
