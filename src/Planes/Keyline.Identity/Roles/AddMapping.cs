using Keyline.Identity.Changes;
using Keyline.Identity.Groups;

namespace Keyline.Identity.Roles;

/// <summary>I5: whoever is in a group has a role, in the whole tenant or at one site.</summary>
public sealed class AddMapping(IRoleStore store, RoleCatalogue catalogue, IGroupStore groups, ChangeRecorder recorder)
{
    public const int MaxPerTenant = 1000;

    private const string Action = "mapping.add";

    public async Task<Result<Mapping, RoleFault>> AddAsync(Actor actor, GroupId groupId, string role, SiteId? site, CancellationToken ct)
    {
        var found = await catalogue.FindAsync(actor.Tenant, role, site, ct);
        if (!found.Ok)
        {
            return found.Fault;
        }

        if (GrantLimits.Check(actor, role, found.Value.Permissions, site) is { Ok: false, Fault: var beyond })
        {
            await recorder.RefuseAsync(actor, Action, RoleCatalogue.PartyOf(role), beyond.Code.ToString(), beyond.Detail, ct);
            return beyond;
        }

        if (await groups.FindAsync(actor.Tenant.Id, groupId, ct) is not { } group)
        {
            return new RoleFault(RoleFaultCode.UnknownGroup, "there is no such group");
        }

        var mappings = await store.ListMappingsAsync(actor.Tenant.Id, ct);
        if (mappings.Any(mapping => mapping.GroupId == groupId && mapping.Role == role && mapping.SiteId == site))
        {
            return new RoleFault(RoleFaultCode.AlreadyMapped, $"the group '{group.Name}' has the role '{role}' there already");
        }

        if (mappings.Count >= MaxPerTenant)
        {
            return new RoleFault(RoleFaultCode.TooMany, $"a tenant can have {MaxPerTenant} mappings; remove one that is not needed");
        }

        var mapping = new Mapping
        {
            Id = MappingId.New(),
            TenantId = actor.Tenant.Id,
            GroupId = groupId,
            Role = role,
            SiteId = site,
            CreatedAt = recorder.Now,
        };
        store.Add(mapping);
        recorder.Record(actor, Action, GroupParty.Of(group), ("role", role), ("site", site?.ToString() ?? ""), ("mapping", mapping.Id.ToString()));
        recorder.Announce(actor, ChangeKinds.Access);
        return await recorder.TryCommitAsync(CancellationToken.None) ? mapping : RoleFault.Conflict;
    }
}
