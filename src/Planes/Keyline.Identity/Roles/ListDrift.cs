using Keyline.Identity.People;

namespace Keyline.Identity.Roles;

/// <summary>I5: everything that somebody has by hand and not by a group.</summary>
public sealed class ListDrift(IRoleStore store, IPersonStore people, TimeProvider time)
{
    /// <summary>The direct grants that count now, the one that runs out first in front.</summary>
    public async Task<IReadOnlyList<Drift>> ListAsync(TenantId tenantId, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var found = new List<Drift>();
        foreach (var grant in (await store.ListGrantsAsync(tenantId, null, ct)).Where(grant => grant.ExpiresAt > now).OrderBy(grant => grant.ExpiresAt))
        {
            if (await people.FindAsync(tenantId, grant.PersonId, ct) is { } person)
            {
                found.Add(new Drift(grant, person));
            }
        }

        return found;
    }
}
