using Keyline.Identity.Access;
using Keyline.Identity.Changes;

namespace Keyline.Identity.People;

/// <summary>Lets a person sign in again. Their sessions of before stay ended.</summary>
public sealed class ReactivatePerson(IPersonStore people, ChangeRecorder recorder)
{
    public async Task<Result<Person, PersonFault>> ReactivateAsync(Actor actor, PersonId id, CancellationToken ct)
    {
        if (await people.FindAsync(actor.Tenant.Id, id, ct) is not { } person)
        {
            return PersonFault.NotFound;
        }

        if (person.Kind == PersonKind.BreakGlass)
        {
            return new PersonFault(PersonFaultCode.BreakGlassAccount, "this is a break-glass account; look after it on its own page");
        }

        if (person.State == PersonState.Active)
        {
            return person;
        }

        var after = person with { State = PersonState.Active };
        people.Update(after);
        recorder.Record(actor, "person.reactivate", SignedIn.PartyOf(person));
        recorder.Announce(actor, ChangeKinds.Person, id.ToString());
        return await recorder.TryCommitAsync(CancellationToken.None) ? after : PersonFault.Conflict;
    }
}
