using Keyline.Identity.Access;
using Keyline.Identity.Changes;
using Keyline.Identity.Settings;

namespace Keyline.Identity.People;

/// <summary>
/// Adds a person who signs in here, and gives people their extension. They choose their password by a one-time link; until then,
/// nobody can sign in as them.
/// </summary>
public sealed class AddPerson(IPersonStore people, ChangeRecorder recorder)
{
    public async Task<Result<Person, PersonFault>> AddAsync(Actor actor, PersonDraft draft, CancellationToken ct)
    {
        if (Check(draft) is { } bad)
        {
            return bad;
        }

        foreach (var login in new[] { draft.UserName, draft.Email }.OfType<string>())
        {
            if (await people.FindByLoginAsync(actor.Tenant.Id, login, ct) is not null)
            {
                return Taken(login);
            }
        }

        var person = new Person
        {
            Id = PersonId.New(),
            TenantId = actor.Tenant.Id,
            Kind = PersonKind.Member,
            UserName = draft.UserName.Trim(),
            DisplayName = draft.DisplayName.Trim(),
            Email = draft.Email?.Trim(),
            Phone = draft.Phone?.Trim(),
            Extension = draft.Extension,
            LocalSignIn = true,
            CreatedAt = recorder.Now,
        };
        people.Add(person);
        recorder.Record(actor, "person.add", SignedIn.PartyOf(person), ("user-name", person.UserName));
        recorder.Announce(actor, ChangeKinds.Person, person.Id.ToString());
        return await recorder.TryCommitAsync(CancellationToken.None) ? person : Taken(person.UserName);
    }

    /// <summary>Gives a person an extension, or takes it away.</summary>
    public async Task<Result<Person, PersonFault>> SetExtensionAsync(Actor actor, PersonId id, string? extension, CancellationToken ct)
    {
        if (await people.FindAsync(actor.Tenant.Id, id, ct) is not { } person)
        {
            return PersonFault.NotFound;
        }

        if (!IsExtension(extension))
        {
            return BadExtension();
        }

        var after = person with { Extension = extension };
        people.Update(after);
        recorder.Record(actor, "person.extension", SignedIn.PartyOf(person), ("extension", extension ?? ""));
        recorder.Announce(actor, ChangeKinds.Person, id.ToString());
        return await recorder.TryCommitAsync(CancellationToken.None) ? after : PersonFault.Conflict;
    }

    private static PersonFault? Check(PersonDraft draft)
    {
        if (!LineText.TryParse(draft.UserName, Person.MaxKeyLength, out _) || !LineText.TryParse(draft.DisplayName, Person.MaxNameLength, out _))
        {
            return new PersonFault(PersonFaultCode.BadDetails, $"expected a user name and a name of one line each, up to {Person.MaxNameLength} characters");
        }

        if (draft.Email is { } email && !SettingsRule.IsAddress(email.Trim()))
        {
            return new PersonFault(PersonFaultCode.BadDetails, "expected an e-mail address such as ada@example.com");
        }

        if (draft.Phone is { } phone && LookupKey.Phone(phone).Length == 0)
        {
            return new PersonFault(PersonFaultCode.BadDetails, "expected a phone number such as +49 30 555 1234");
        }

        return IsExtension(draft.Extension) ? null : BadExtension();
    }

    private static bool IsExtension(string? text) =>
        text is null || (text.Length is >= 2 and <= PersonDraft.MaxExtensionLength && text.All(char.IsAsciiDigit));

    private static PersonFault BadExtension() =>
        new(PersonFaultCode.BadDetails, $"expected an extension of 2 to {PersonDraft.MaxExtensionLength} digits");

    private static PersonFault Taken(string login) => new(PersonFaultCode.NameTaken, $"'{login}' is somebody's user name, address or number already");
}
