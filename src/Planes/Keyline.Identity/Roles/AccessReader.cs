using Keyline.Identity.Groups;
using Keyline.Identity.People;
using Keyline.Tenancy;

namespace Keyline.Identity.Roles;

/// <summary>Reads what a person's roles depend on, and works them out.</summary>
public sealed class AccessReader(IPersonStore people, IGroupStore groups, IRoleStore roles, TimeProvider time)
{
    /// <summary>What a person may do now; null when there is no such person in the tenant.</summary>
    public async Task<PersonAccess?> ReadAsync(Tenant tenant, PersonId personId, CancellationToken ct)
    {
        if (await people.FindAsync(tenant.Id, personId, ct) is not { } person)
        {
            return null;
        }

        var mine = await groups.ListOfPersonAsync(tenant.Id, personId, ct);
        return Resolve(tenant, person, mine, await ReadRulesAsync(tenant.Id, personId, ct));
    }

    /// <summary>What a person would be allowed with other groups than they have: for tests and previews.</summary>
    public async Task<PersonAccess> PreviewAsync(Tenant tenant, Person person, IReadOnlyList<Group> inGroups, CancellationToken ct) =>
        Resolve(tenant, person, inGroups, await ReadRulesAsync(tenant.Id, person.Id, ct));

    private PersonAccess Resolve(Tenant tenant, Person person, IReadOnlyList<Group> inGroups, AccessRules rules)
    {
        var now = time.GetUtcNow();
        var ends = rules.Grants.Where(grant => grant.ExpiresAt > now).Select(grant => (DateTimeOffset?)grant.ExpiresAt).Min();
        return new PersonAccess(person, RoleResolution.Resolve(tenant, person, inGroups, rules, now), ends);
    }

    private async Task<AccessRules> ReadRulesAsync(TenantId tenantId, PersonId personId, CancellationToken ct) => new(
        await roles.ListCustomRolesAsync(tenantId, ct),
        await roles.ListMappingsAsync(tenantId, ct),
        await roles.ListGrantsAsync(tenantId, personId, ct));
}
