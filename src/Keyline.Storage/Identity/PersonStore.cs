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
        var name = LookupKey.Name(login);
        var phone = LookupKey.Phone(login);
        var found = await People
            .Where(person => person.TenantId == tenantId
                && (EF.Property<string>(person, PeopleRows.UserNameKey) == name
                    || EF.Property<string?>(person, PeopleRows.EmailKey) == name
                    || (phone != "" && EF.Property<string?>(person, PeopleRows.PhoneKey) == phone)))
            .Select(person => new
            {
                Person = person,
                ByName = EF.Property<string>(person, PeopleRows.UserNameKey) == name,
                ByEmail = EF.Property<string?>(person, PeopleRows.EmailKey) == name,
            })
            .Take(10).ToListAsync(ct);
        if (found.Find(hit => hit.ByName) is { } byName)
        {
            return byName.Person;
        }

        // An address or a number that two people share says nothing about who is meant.
        var byEmail = found.FindAll(hit => hit.ByEmail);
        return byEmail.Count > 0 ? Only(byEmail.ConvertAll(hit => hit.Person)) : Only(found.ConvertAll(hit => hit.Person));
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
        await People.Where(person => person.TenantId == tenantId && person.Kind == PersonKind.BreakGlass)
            .OrderBy(person => person.Id).Take(100).ToListAsync(ct);

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

    private static Person? Only(List<Person> people) => people.Count == 1 ? people[0] : null;

    private void Fold(Person person)
    {
        var phone = person.Phone is { } number ? LookupKey.Phone(number) : "";
        db.SetShadow(person, PeopleRows.UserNameKey, LookupKey.Name(person.UserName));
        db.SetShadow(person, PeopleRows.EmailKey, person.Email is { } email ? LookupKey.Name(email) : null);
        db.SetShadow(person, PeopleRows.PhoneKey, phone.Length > 0 ? phone : null);
        db.SetShadow(person, PeopleRows.SearchKey,
            LookupKey.Name($"{person.DisplayName} {person.UserName} {person.Email} {person.Phone} {person.Extension}"));
    }
}
