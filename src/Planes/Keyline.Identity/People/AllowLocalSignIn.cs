using Keyline.Identity.Access;
using Keyline.Identity.Changes;

namespace Keyline.Identity.People;

/// <summary>Says whether one person may sign in with a password kept here, where the tenant leaves that to the person.</summary>
public sealed class AllowLocalSignIn(IPersonStore people, ChangeRecorder recorder)
{
    public async Task<Result<Person, PersonFault>> SetAsync(Actor actor, PersonId id, bool allowed, CancellationToken ct)
    {
        if (await people.FindAsync(actor.Tenant.Id, id, ct) is not { } person)
        {
            return PersonFault.NotFound;
        }

        if (person.Kind == PersonKind.BreakGlass)
        {
            return new PersonFault(PersonFaultCode.BreakGlassAccount, "a break-glass account always signs in locally");
        }

        var after = person with { LocalSignIn = allowed };
        people.Update(after);
        recorder.Record(actor, "person.local-sign-in", SignedIn.PartyOf(person), ("allowed", allowed ? "yes" : "no"));
        recorder.Announce(actor, ChangeKinds.Person, id.ToString());
        return await recorder.TryCommitAsync(CancellationToken.None) ? after : PersonFault.Conflict;
    }
}
