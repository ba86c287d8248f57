using Keyline.Journal;
using Keyline.Tenancy;

namespace Keyline.Identity.Roles;

/// <summary>Reads the roles that exist in a tenant.</summary>
public sealed class RoleCatalogue(IRoleStore store)
{
    /// <summary>All roles of a tenant by name, built-in ones too.</summary>
    public async Task<IReadOnlyDictionary<string, Role>> ReadAsync(Tenant tenant, CancellationToken ct) =>
        RoleResolution.Catalogue(tenant, await store.ListCustomRolesAsync(tenant.Id, ct));

    /// <summary>The role at a scope, as long as it can be held there.</summary>
    public async Task<Result<Role, RoleFault>> FindAsync(Tenant tenant, string name, SiteId? site, CancellationToken ct)
    {
        if (!(await ReadAsync(tenant, ct)).TryGetValue(name, out var role))
        {
            var shown = name.Length > Role.MaxNameLength ? name[..Role.MaxNameLength] + "…" : name;
            return new RoleFault(RoleFaultCode.UnknownRole, $"there is no role '{shown}'");
        }

        return site is not null && !role.PerSite
            ? new RoleFault(RoleFaultCode.NotPerSite, $"the role '{name}' is held in the whole tenant or not at all; leave the site out")
            : role;
    }

    internal static AuditParty PartyOf(string role) => new("role", role, role);
}
