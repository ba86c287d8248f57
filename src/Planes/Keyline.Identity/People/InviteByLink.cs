using Keyline.Identity.Access;
using Keyline.Identity.Changes;
using Keyline.Identity.Federation;
using Keyline.Identity.Roles;
using Keyline.Identity.SignIn.Invitations;

namespace Keyline.Identity.People;

/// <summary>
/// Makes a one-time link with which a person ties their account to an identity (I4), and shows it to whoever made it. Whoever
/// holds the link can become that person, so nobody makes one for people who may do more than they may themselves.
/// </summary>
public sealed class InviteByLink(IPersonStore people, AccessReader reader, InvitePerson invitations, ChangeRecorder recorder)
{
    public async Task<Result<Uri, PersonFault>> InviteAsync(Actor actor, PersonId id, ConnectionId connectionId, CancellationToken ct)
    {
        if (await people.FindAsync(actor.Tenant.Id, id, ct) is not { } person || await reader.ReadAsync(actor.Tenant, id, ct) is not { } theirs)
        {
            return PersonFault.NotFound;
        }

        if (ActorReach.Beyond(actor, theirs) is { } more)
        {
            var fault = new PersonFault(PersonFaultCode.BeyondOwn,
                $"this person may do what you may not ({more}); somebody with at least their rights can invite them");
            await recorder.RefuseAsync(actor, "person.invite", SignedIn.PartyOf(person), fault.Code.ToString(), fault.Detail, ct);
            return fault;
        }

        var link = await invitations.InviteAsync(
            actor.Tenant, id, connectionId, Invitation.DefaultLifetime, actor.Party, actor.Client, CancellationToken.None);
        return link.Ok ? link.Value : new PersonFault(PersonFaultCode.Conflict, link.Fault.Detail);
    }
}
