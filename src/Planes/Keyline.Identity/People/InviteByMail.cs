using Keyline.Identity.Access;
using Keyline.Identity.Changes;
using Keyline.Identity.Federation;
using Keyline.Identity.Mail;
using Keyline.Identity.Mail.Outbox;
using Keyline.Identity.Roles;
using Keyline.Identity.Settings;
using Keyline.Identity.SignIn.Invitations;

namespace Keyline.Identity.People;

/// <summary>
/// Invites a person by mail to tie their account to their identity at a connection (I4). The one-time link goes to the person's
/// address alone; whoever invites never sees it, so that nobody takes over an account by inviting it.
/// </summary>
public sealed class InviteByMail(
    IPersonStore people, IConnectionStore connections, AccessReader reader, InvitePerson invitations, MailWriter mail, ChangeRecorder recorder)
{
    public async Task<Result<Person, PersonFault>> InviteAsync(Actor actor, PersonId id, ConnectionId connectionId, CancellationToken ct)
    {
        if (await people.FindAsync(actor.Tenant.Id, id, ct) is not { } person)
        {
            return PersonFault.NotFound;
        }

        if (person.Kind == PersonKind.BreakGlass)
        {
            return new PersonFault(PersonFaultCode.BreakGlassAccount, "a break-glass account is tied to no IdP");
        }

        if (person.Email is not { } address || !SettingsRule.IsAddress(address))
        {
            return new PersonFault(PersonFaultCode.BadDetails, "the person has no e-mail address that an invitation could go to");
        }

        if (await connections.FindAsync(actor.Tenant.Id, connectionId, ct) is null)
        {
            return new PersonFault(PersonFaultCode.UnknownConnection, "there is no such connection");
        }

        var access = await reader.ReadAsync(actor.Tenant, id, ct);
        if (access is not null && ActorReach.Beyond(actor, access) is { } more)
        {
            var fault = new PersonFault(PersonFaultCode.BeyondOwn,
                $"this person may do what you may not ({more}); somebody with at least their rights can invite them");
            await recorder.RefuseAsync(actor, "person.invite", SignedIn.PartyOf(person), fault.Code.ToString(), fault.Detail, ct);
            return fault;
        }

        return await SendAsync(actor, person, address, connectionId);
    }

    private async Task<Result<Person, PersonFault>> SendAsync(Actor actor, Person person, string address, ConnectionId connectionId)
    {
        var link = await invitations.InviteAsync(
            actor.Tenant, person.Id, connectionId, Invitation.DefaultLifetime, actor.Party, actor.Client, CancellationToken.None);
        if (!link.Ok)
        {
            return new PersonFault(PersonFaultCode.Conflict, link.Fault.Detail);
        }

        mail.Add(actor.Tenant.Id, new OutgoingMail
        {
            To = address,
            Subject = "Your sign-in for the phone system",
            Text = $"Hello,\n\nopen this link to tie your account '{person.UserName}' to your company sign-in. It works once, for "
                + $"{Invitation.DefaultLifetime.TotalDays:0} days:\n\n{link.Value}\n\nIf you did not expect this, ignore it: without the link nothing happens.\n",
        });
        return await recorder.TryCommitAsync(CancellationToken.None) ? person : PersonFault.Conflict;
    }
}
