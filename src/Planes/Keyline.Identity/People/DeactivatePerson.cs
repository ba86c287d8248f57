using System.Globalization;
using Keyline.Identity.Access;
using Keyline.Identity.Changes;
using Keyline.Identity.Roles;
using Keyline.Identity.Roles.Protection;
using Keyline.Identity.Sessions;

namespace Keyline.Identity.People;

/// <summary>I7: nothing of a person works any more: their sessions end in the same commit, and every node hears of it.</summary>
public sealed class DeactivatePerson(
    IPersonStore people, AccessReader reader, AdminWays ways, EndSessions sessions, ChangeRecorder recorder)
{
    private const string Action = "person.deactivate";

    public async Task<Result<Person, PersonFault>> DeactivateAsync(Actor actor, PersonId id, CancellationToken ct)
    {
        if (await people.FindAsync(actor.Tenant.Id, id, ct) is not { } person)
        {
            return PersonFault.NotFound;
        }

        if (person.State == PersonState.Deactivated)
        {
            return person;
        }

        if (await RefuseAsync(actor, person, ct) is { } fault)
        {
            await recorder.RefuseAsync(actor, Action, SignedIn.PartyOf(person), fault.Code.ToString(), fault.Detail, ct);
            return fault;
        }

        var after = person with { State = PersonState.Deactivated };
        people.Update(after);
        var ended = await sessions.AddEndOfAllAsync(
            actor.Tenant.Id, id, null, SessionEnd.PersonDeactivated, actor.Party, actor.Client, ct);
        recorder.Record(actor, Action, SignedIn.PartyOf(person), ("sessions-ended", ended.ToString(CultureInfo.InvariantCulture)));
        recorder.Announce(actor, ChangeKinds.Person, id.ToString());
        return await recorder.TryCommitAsync(CancellationToken.None) ? after : PersonFault.Conflict;
    }

    private async Task<PersonFault?> RefuseAsync(Actor actor, Person person, CancellationToken ct)
    {
        if (person.Kind == PersonKind.BreakGlass)
        {
            return new PersonFault(PersonFaultCode.BreakGlassAccount, "this is a break-glass account; remove it on its own page");
        }

        if (person.Id == actor.PersonId)
        {
            return new PersonFault(PersonFaultCode.Self, "nobody deactivates themselves; another administrator can");
        }

        var access = await reader.ReadAsync(actor.Tenant, person.Id, ct);
        if (access is not null && ActorReach.Beyond(actor, access) is { } more)
        {
            return new PersonFault(PersonFaultCode.BeyondOwn,
                $"this person may do what you may not ({more}); somebody with at least their rights can deactivate them");
        }

        return await ways.WouldCloseAsync(actor.Tenant, new WayChange.NoPerson(person.Id), ct)
            ? new PersonFault(PersonFaultCode.LocksOut,
                "this is the last administrator who can come in; create a break-glass account or make somebody else administrator first")
            : null;
    }
}
