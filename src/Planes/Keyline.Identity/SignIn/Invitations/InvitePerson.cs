using System.Globalization;
using Keyline.Identity.Access;
using Keyline.Identity.Federation;
using Keyline.Identity.People;
using Keyline.Identity.Sessions;
using Keyline.Journal;
using Keyline.Secrets;
using Keyline.Tenancy;

namespace Keyline.Identity.SignIn.Invitations;

/// <summary>Makes the link with which a person ties their account to their identity at a connection.</summary>
public sealed class InvitePerson(
    IInvitationStore invitations, IPersonStore people, IConnectionStore connections, IIdentityJournal journal, PublicOrigin origin, TimeProvider time)
{
    /// <summary>The link, or why there is none. It is shown once.</summary>
    public async Task<Result<Uri, SignInFault>> InviteAsync(
        Tenant tenant, PersonId personId, ConnectionId connectionId, TimeSpan lifetime, AuditParty actor, ClientDescription client, CancellationToken ct)
    {
        if (await connections.FindAsync(tenant.Id, connectionId, ct) is not { } connection)
        {
            return new SignInFault(SignInFaultCode.UnknownConnection, "there is no such connection in this tenant");
        }

        if (await people.FindAsync(tenant.Id, personId, ct) is not { } person)
        {
            return new SignInFault(SignInFaultCode.PersonUnknown, "there is no such person in this tenant");
        }

        if (person is { Kind: PersonKind.BreakGlass } or { State: PersonState.Deactivated })
        {
            return new SignInFault(
                person.Kind == PersonKind.BreakGlass ? SignInFaultCode.BreakGlassAccount : SignInFaultCode.PersonDeactivated,
                $"'{person.UserName}' can't be linked to an identity");
        }

        var now = time.GetUtcNow();
        var token = BearerSecret.New();
        var invitation = new Invitation
        {
            Id = Guid.CreateVersion7(),
            TenantId = tenant.Id,
            PersonId = person.Id,
            ConnectionId = connection.Id,
            TokenHash = BearerSecret.Hash(token),
            CreatedBy = actor.Name,
            CreatedAt = now,
            ExpiresAt = now + (lifetime > TimeSpan.Zero && lifetime < Invitation.MaxLifetime ? lifetime : Invitation.MaxLifetime),
        };
        invitations.Add(invitation);
        journal.Record(new AuditEntry
        {
            TenantId = tenant.Id,
            At = now,
            Action = "person.invite",
            Outcome = AuditOutcome.Success,
            Actor = actor,
            Target = SignedIn.PartyOf(person),
            Address = client.Address,
            Facts = new Dictionary<string, string>
            {
                ["connection"] = connection.Slug,
                ["expires"] = invitation.ExpiresAt.ToString("u", CultureInfo.InvariantCulture),
            },
        });
        await journal.CommitAsync(ct);
        return new Uri($"{origin.Value}/t/{tenant.Slug}/link/{token.Reveal()}");
    }
}
