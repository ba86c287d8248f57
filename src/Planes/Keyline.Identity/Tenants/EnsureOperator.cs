using Keyline.Identity.Changes;
using Keyline.Journal;
using Keyline.Tenancy;

namespace Keyline.Identity.Tenants;

/// <summary>Makes the operator's own tenant at the first start. Nodes that start together make it once.</summary>
public sealed class EnsureOperator(ITenantStore tenants, ChangeRecorder recorder)
{
    public async Task<Tenant> EnsureAsync(CancellationToken ct)
    {
        if (!TenantSlug.TryParse(Tenant.OperatorSlug, out var slug))
        {
            throw new InvalidOperationException("The operator's slug is no slug.");
        }

        if (await tenants.FindAsync(slug, ct) is { } known)
        {
            return known;
        }

        var tenant = new Tenant { Id = TenantId.New(), Slug = slug, Name = "Operator", Plan = Plan.Collaborate, CreatedAt = recorder.Now };
        var actor = Actor.Keyline(tenant);
        tenants.Add(tenant);
        recorder.Record(actor, "tenant.create", new AuditParty("tenant", tenant.Id.ToString(), tenant.Slug.Value));
        recorder.Announce(actor, ChangeKinds.Tenant);
        return await recorder.TryCommitAsync(ct)
            ? tenant
            : await tenants.FindAsync(slug, ct)
                ?? throw new InvalidOperationException("The operator's tenant could neither be made nor found.");
    }
}
