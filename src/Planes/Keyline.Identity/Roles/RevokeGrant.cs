using Keyline.Identity.Access;
using Keyline.Identity.Changes;
using Keyline.Identity.People;
using Keyline.Journal;

namespace Keyline.Identity.Roles;

/// <summary>Takes a direct grant back before it runs out.</summary>
public sealed class RevokeGrant(IRoleStore store, RoleCatalogue catalogue, IPersonStore people, ChangeRecorder recorder)
{
    private const string Action = "grant.revoke";

    public async Task<Result<Unit, RoleFault>> RevokeAsync(Actor actor, DirectGrantId id, CancellationToken ct)
    {
        if ((await store.ListGrantsAsync(actor.Tenant.Id, null, ct)).FirstOrDefault(grant => grant.Id == id) is not { } grant)
        {
            return new RoleFault(RoleFaultCode.NotFound, "there is no such grant");
        }

        var person = await people.FindAsync(actor.Tenant.Id, grant.PersonId, ct);
        var target = person is null ? AuditParty.None : SignedIn.PartyOf(person);
        var permissions = (await catalogue.ReadAsync(actor.Tenant, ct)).GetValueOrDefault(grant.Role)?.Permissions ?? [];
        if (GrantLimits.Check(actor, grant.Role, permissions, grant.SiteId) is { Ok: false, Fault: var beyond })
        {
            await recorder.RefuseAsync(actor, Action, target, beyond.Code.ToString(), beyond.Detail, ct);
            return beyond;
        }

        store.Remove(grant);
        recorder.Record(actor, Action, target, ("role", grant.Role), ("site", grant.SiteId?.ToString() ?? ""));
        recorder.Announce(actor, ChangeKinds.PersonAccess, grant.PersonId.ToString());
        return await recorder.TryCommitAsync(CancellationToken.None) ? new Unit() : RoleFault.Conflict;
    }
}
