using Keyline.Identity.Authenticators.Account;
using Keyline.Identity.Changes;
using Keyline.Identity.People;
using Keyline.Identity.Roles;

namespace Keyline.Identity.Authenticators.Links;

/// <summary>
/// An administrator makes a one-time link for somebody. Whoever holds a person's link can become that person, so nobody makes
/// one for people who may do more than they may themselves.
/// </summary>
public sealed class ResetCredentials(IPersonStore people, AccessReader access, IssueLink links, CredentialChange change)
{
    public async Task<Result<IssuedLink, AccountFault>> RunAsync(
        Actor actor, PersonId id, CredentialLinkPurpose purpose, CancellationToken ct)
    {
        var tenant = actor.Tenant;
        if (await people.FindAsync(tenant.Id, id, ct) is not { State: PersonState.Active } person
            || await access.ReadAsync(tenant, id, ct) is not { } theirs)
        {
            return new AccountFault(AccountFaultCode.UnknownPerson, "there is no such active person in the tenant");
        }

        var asked = new CredentialActor(actor.Party, actor.Client, Keep: null);
        var missing = ActorReach.Beyond(actor, theirs)
            ?? (person.Kind == PersonKind.BreakGlass && !actor.Has(Permissions.BreakGlassManage) ? Permissions.BreakGlassManage : null);
        return missing is null
            ? await links.RunAsync(tenant.Id, id, purpose, asked, ct)
            : await change.RefuseAsync(person, asked, "credential-link.issue",
                new AccountFault(AccountFaultCode.NotAllowed, $"the person has '{missing}', which whoever asks does not have"), ct);
    }
}
