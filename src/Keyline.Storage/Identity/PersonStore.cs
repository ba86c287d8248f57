using Keyline.Identity.People;
using Keyline.Storage.Core;
using Keyline.Storage.Identity.Rows;
using Microsoft.EntityFrameworkCore;

namespace Keyline.Storage.Identity;

/// <summary>People, found by folded keys.</summary>
internal sealed class PersonStore(IdentityContext db) : IPersonStore
{
    private IQueryable<Person> People => db.Set<Person>().AsNoTracking();

    public Task<Person?> FindAsync(TenantId tenantId, PersonId id, CancellationToken ct) =>
        People.FirstOrDefaultAsync(person => person.TenantId == tenantId && person.Id == id, ct);

    public async Task<Person?> FindByLoginAsync(TenantId tenantId, string login, CancellationToken ct)
    {
        var name = Key(login);
        var phone = LookupKey.Phone(login);
        var people = People.Where(person => person.TenantId == tenantId);

        // One query of three, each with an index of its own: a user name, an address, a number and nothing take the same time.
        var found = await people.Where(person => EF.Property<string>(person, PeopleRows.UserNameKey) == name).Take(1)
            .Select(person => new { By = 1, Person = person })
            .Concat(people.Where(person => EF.Property<string?>(person, PeopleRows.EmailKey) == name).Take(2)
                .Select(person => new { By = 2, Person = person }))
            .Concat(people.Where(person => EF.Property<string?>(person, PeopleRows.PhoneKey) == phone).Take(2)
                .Select(person => new { By = 3, Person = person }))
            .ToListAsync(ct);

        // An address or a number that two people share says nothing about who is meant.
        var best = found.GroupBy(hit => hit.By).MinBy(hits => hits.Key)?.ToList();
        return best is [var only] ? only.Person : null;
    }

    public async Task<IReadOnlyList<Person>> SearchAsync(TenantId tenantId, string text, PersonId? after, int limit, CancellationToken ct)
    {
        var people = People.Where(person => person.TenantId == tenantId && person.Kind == PersonKind.Member);
        if (text.Length > 0)
        {
            var pattern = Like.Containing(LookupKey.Name(text));
            people = people.Where(person => EF.Functions.Like(EF.Property<string>(person, PeopleRows.SearchKey), pattern, Like.Escape));
        }

        if (after is { } last)
        {
            people = people.Where(person => person.Id > last);
        }

        return await people.OrderBy(person => person.Id).Take(limit).ToListAsync(ct);
    }

    public Task<int> CountAsync(TenantId tenantId, PersonKind kind, CancellationToken ct) =>
        People.CountAsync(person => person.TenantId == tenantId && person.Kind == kind, ct);

    public async Task<IReadOnlyList<Person>> ListBreakGlassAsync(TenantId tenantId, CancellationToken ct) =>
        await People.Where(person => person.TenantId == tenantId && person.Kind == PersonKind.BreakGlass && person.State == PersonState.Active)
            .OrderBy(person => person.Id).Take(100).ToListAsync(ct);

    public async Task<bool> MarkSignedInAsync(TenantId tenantId, PersonId id, DateTimeOffset at, CancellationToken ct)
    {
        await db.EnsureTransactionAsync(ct);
        return await db.Set<Person>()
            .Where(person => person.TenantId == tenantId && person.Id == id && person.State == PersonState.Active)
            .ExecuteUpdateAsync(set => set.SetProperty(person => person.LastSignInAt, at), ct) == 1;
    }

    public void Add(Person person)
    {
        db.Add(person);
        Fold(person);
    }

    public void Update(Person person)
    {
        db.Replace(person);
        Fold(person);
    }

    private static string Key(string text) => StoredText.Key(LookupKey.Name(text), Person.MaxKeyLength);

    private void Fold(Person person)
    {
        var phone = person.Phone is { } number ? LookupKey.Phone(number) : "";
        db.SetShadow(person, PeopleRows.UserNameKey, Key(person.UserName));
        db.SetShadow(person, PeopleRows.EmailKey, person.Email is { } email ? Key(email) : null);
        db.SetShadow(person, PeopleRows.PhoneKey, phone.Length > 0 ? phone : null);
        db.SetShadow(person, PeopleRows.SearchKey,
            StoredText.Cut(LookupKey.Name($"{person.DisplayName} {person.UserName} {person.Email} {person.Phone} {person.Extension}"), PeopleRows.MaxSearchKeyLength));
    }
}
