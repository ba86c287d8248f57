using Keyline.Identity.Changes;
using Keyline.Identity.Roles.Protection;

namespace Keyline.Identity.Roles;

/// <summary>Changes what a role of the tenant's own permits.</summary>
public sealed class ChangeRole(IRoleStore store, AdminWays ways, ChangeRecorder recorder)
{
    private const string Action = "role.change";

    public async Task<Result<CustomRole, RoleFault>> ChangeAsync(Actor actor, string name, RoleDraft draft, CancellationToken ct)
    {
        var found = await FindAsync(actor, name, Action, ct);
        if (!found.Ok)
        {
            return found.Fault;
        }

        var checkedDraft = await CreateRole.CheckAsync(actor, Action, name, draft, recorder, ct);
        if (!checkedDraft.Ok)
        {
            return checkedDraft.Fault;
        }

        if (found.Value.PerSite && !draft.PerSite && await IsHeldAsync(actor.Tenant.Id, name, atSiteOnly: true, ct))
        {
            return new RoleFault(RoleFaultCode.RoleInUse, $"'{name}' is given at single sites; take those back first");
        }

        if (await ways.WouldCloseAsync(actor.Tenant, new WayChange.OtherRole(name, checkedDraft.Value.Permissions), ct))
        {
            return LocksOut(name);
        }

        var changed = found.Value with
        {
            Description = checkedDraft.Value.Description,
            Permissions = checkedDraft.Value.Permissions,
            PerSite = draft.PerSite,
        };
        store.Update(changed);
        recorder.Record(actor, Action, RoleCatalogue.PartyOf(name),
            ("before", string.Join(' ', found.Value.Permissions)), ("permissions", string.Join(' ', changed.Permissions)));
        recorder.Announce(actor, ChangeKinds.Access);
        return await recorder.TryCommitAsync(CancellationToken.None) ? changed : RoleFault.Conflict;
    }

    /// <summary>Deletes a role that nobody has.</summary>
    public async Task<Result<Unit, RoleFault>> DeleteAsync(Actor actor, string name, CancellationToken ct)
    {
        var found = await FindAsync(actor, name, "role.delete", ct);
        if (!found.Ok)
        {
            return found.Fault;
        }

        if (await IsHeldAsync(actor.Tenant.Id, name, atSiteOnly: false, ct))
        {
            return new RoleFault(RoleFaultCode.RoleInUse, $"groups or people have the role '{name}'; take it back from them first");
        }

        store.Remove(found.Value);
        recorder.Record(actor, "role.delete", RoleCatalogue.PartyOf(name), ("permissions", string.Join(' ', found.Value.Permissions)));
        recorder.Announce(actor, ChangeKinds.Access);
        return await recorder.TryCommitAsync(CancellationToken.None) ? new Unit() : RoleFault.Conflict;
    }

    private static RoleFault LocksOut(string name) => new(RoleFaultCode.LocksOut,
        $"'{name}' is the only way in for an administrator; create a break-glass account or map a group to another administrator's role first");

    private async Task<Result<CustomRole, RoleFault>> FindAsync(Actor actor, string name, string action, CancellationToken ct)
    {
        if (CreateRole.IsReserved(name))
        {
            return new RoleFault(RoleFaultCode.BuiltIn, $"'{name}' comes with Keyline and can't be changed; make a role of your own");
        }

        if ((await store.ListCustomRolesAsync(actor.Tenant.Id, ct)).FirstOrDefault(role => role.Name == name) is not { } custom)
        {
            return new RoleFault(RoleFaultCode.UnknownRole, "there is no such role");
        }

        if (GrantLimits.Check(actor, name, custom.Permissions, null) is { Ok: false, Fault: var beyond })
        {
            await recorder.RefuseAsync(actor, action, RoleCatalogue.PartyOf(name), beyond.Code.ToString(), beyond.Detail, ct);
            return beyond;
        }

        return custom;
    }

    private async Task<bool> IsHeldAsync(TenantId tenantId, string name, bool atSiteOnly, CancellationToken ct) =>
        (await store.ListMappingsAsync(tenantId, ct)).Any(mapping => mapping.Role == name && (!atSiteOnly || mapping.SiteId is not null))
        || (await store.ListGrantsAsync(tenantId, null, ct)).Any(grant => grant.Role == name && grant.ExpiresAt > recorder.Now
            && (!atSiteOnly || grant.SiteId is not null));
}
