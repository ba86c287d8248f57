using Keyline.Identity.Changes;
using Keyline.Identity.Groups;
using Keyline.Identity.Roles.Protection;
using Keyline.Journal;

namespace Keyline.Identity.Roles;

/// <summary>Takes a role back from a group.</summary>
public sealed class RemoveMapping(IRoleStore store, RoleCatalogue catalogue, IGroupStore groups, AdminWays ways, ChangeRecorder recorder)
{
    private const string Action = "mapping.remove";

    public async Task<Result<Unit, RoleFault>> RemoveAsync(Actor actor, MappingId id, CancellationToken ct)
    {
        if ((await store.ListMappingsAsync(actor.Tenant.Id, ct)).FirstOrDefault(mapping => mapping.Id == id) is not { } mapping)
        {
            return new RoleFault(RoleFaultCode.NotFound, "there is no such mapping");
        }

        var permissions = (await catalogue.ReadAsync(actor.Tenant, ct)).GetValueOrDefault(mapping.Role)?.Permissions ?? [];
        if (GrantLimits.Check(actor, mapping.Role, permissions, mapping.SiteId) is { Ok: false, Fault: var beyond })
        {
            await recorder.RefuseAsync(actor, Action, RoleCatalogue.PartyOf(mapping.Role), beyond.Code.ToString(), beyond.Detail, ct);
            return beyond;
        }

        if (await ways.WouldCloseAsync(actor.Tenant, new WayChange.NoMapping(id), ct))
        {
            const string Detail = "this mapping is the only way in for an administrator; create a break-glass account, or map another group, first";
            await recorder.RefuseAsync(actor, Action, RoleCatalogue.PartyOf(mapping.Role), nameof(RoleFaultCode.LocksOut), Detail, ct);
            return new RoleFault(RoleFaultCode.LocksOut, Detail);
        }

        var group = await groups.FindAsync(actor.Tenant.Id, mapping.GroupId, ct);
        store.Remove(mapping);
        recorder.Record(actor, Action, group is null ? AuditParty.None : GroupParty.Of(group),
            ("role", mapping.Role), ("site", mapping.SiteId?.ToString() ?? ""), ("mapping", id.ToString()));
        recorder.Announce(actor, ChangeKinds.Access);
        return await recorder.TryCommitAsync(CancellationToken.None) ? new Unit() : RoleFault.Conflict;
    }
}
