using System.Globalization;
using Keyline.Identity.Access;
using Keyline.Identity.Changes;
using Keyline.Identity.People;

namespace Keyline.Identity.Roles;

/// <summary>I5: gives a role to one person by hand, for a reason and for a time. It is shown as drift.</summary>
public sealed class GrantRole(IRoleStore store, RoleCatalogue catalogue, IPersonStore people, ChangeRecorder recorder)
{
    public const int MaxPerPerson = 50;

    private const string Action = "grant.add";

    public async Task<Result<DirectGrant, RoleFault>> GrantAsync(Actor actor, PersonId personId, GrantDraft draft, CancellationToken ct)
    {
        var found = await catalogue.FindAsync(actor.Tenant, draft.Role, draft.SiteId, ct);
        if (!found.Ok)
        {
            return found.Fault;
        }

        if (!LineText.TryParse(draft.Reason, DirectGrant.MaxReasonLength, out var reason))
        {
            return new RoleFault(RoleFaultCode.BadText, $"expected a reason of one line, 1 to {DirectGrant.MaxReasonLength} characters");
        }

        var now = recorder.Now;
        if (draft.ExpiresAt <= now || draft.ExpiresAt > now + DirectGrant.MaxLifetime)
        {
            return new RoleFault(RoleFaultCode.BadExpiry,
                $"expected an end between now and {now + DirectGrant.MaxLifetime:u}; what is to last belongs to a group");
        }

        if (await people.FindAsync(actor.Tenant.Id, personId, ct) is not { Kind: PersonKind.Member } person)
        {
            return new RoleFault(RoleFaultCode.UnknownPerson, "there is no such person");
        }

        if (GrantLimits.Check(actor, draft.Role, found.Value.Permissions, draft.SiteId) is { Ok: false, Fault: var beyond })
        {
            await recorder.RefuseAsync(actor, Action, SignedIn.PartyOf(person), beyond.Code.ToString(), beyond.Detail, ct);
            return beyond;
        }

        if ((await store.ListGrantsAsync(actor.Tenant.Id, personId, ct)).Count(grant => grant.ExpiresAt > now) >= MaxPerPerson)
        {
            return new RoleFault(RoleFaultCode.TooMany, $"a person can have {MaxPerPerson} direct grants; take one back first");
        }

        return await SaveAsync(actor, person, draft with { Reason = reason });
    }

    private async Task<Result<DirectGrant, RoleFault>> SaveAsync(Actor actor, Person person, GrantDraft draft)
    {
        var grant = new DirectGrant
        {
            Id = DirectGrantId.New(),
            TenantId = actor.Tenant.Id,
            PersonId = person.Id,
            Role = draft.Role,
            SiteId = draft.SiteId,
            Reason = draft.Reason,
            GrantedBy = actor.Party.Name.Length <= 200 ? actor.Party.Name : actor.Party.Name[..200],
            GrantedAt = recorder.Now,
            ExpiresAt = draft.ExpiresAt,
        };
        store.Add(grant);
        recorder.Record(actor, Action, SignedIn.PartyOf(person),
            ("role", grant.Role), ("site", grant.SiteId?.ToString() ?? ""), ("reason", grant.Reason),
            ("until", grant.ExpiresAt.ToString("u", CultureInfo.InvariantCulture)));
        recorder.Announce(actor, ChangeKinds.PersonAccess, person.Id.ToString());
        return await recorder.TryCommitAsync(CancellationToken.None) ? grant : RoleFault.Conflict;
    }
}
