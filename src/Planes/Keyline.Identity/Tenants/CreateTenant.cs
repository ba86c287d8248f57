using Keyline.Identity.Changes;
using Keyline.Journal;
using Keyline.Tenancy;

namespace Keyline.Identity.Tenants;

/// <summary>The operator takes on a customer.</summary>
public sealed class CreateTenant(ITenantStore tenants, ChangeRecorder recorder)
{
    public const int MaxNameLength = 200;

    /// <param name="actor">The operator's staff, at the operator's tenant.</param>
    /// <param name="slug">Lower-case letters, digits and hyphens; it stands in every address of the tenant and never changes.</param>
    /// <param name="name">What people see.</param>
    /// <param name="plan">What the tenant pays for.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Result<Tenant, TenantFault>> CreateAsync(Actor actor, string slug, string name, Plan plan, CancellationToken ct)
    {
        if (!actor.IsOperator)
        {
            const string Detail = "only the operator's staff can make tenants";
            await recorder.RefuseAsync(actor, "tenant.create", AuditParty.None, nameof(TenantFaultCode.OperatorOnly), Detail, ct);
            return new TenantFault(TenantFaultCode.OperatorOnly, Detail);
        }

        if (!TenantSlug.TryParse(slug, out var parsed))
        {
            return new TenantFault(TenantFaultCode.BadSlug,
                $"expected up to {TenantSlug.MaxLength} lower-case letters, digits and hyphens, a letter or digit at both ends");
        }

        if (!LineText.TryParse(name, MaxNameLength, out var clean))
        {
            return new TenantFault(TenantFaultCode.BadName, $"expected one line of 1 to {MaxNameLength} characters");
        }

        if (!Enum.IsDefined(plan))
        {
            return new TenantFault(TenantFaultCode.BadPlan, "expected basic, connect or collaborate");
        }

        var tenant = new Tenant { Id = TenantId.New(), Slug = parsed, Name = clean, Plan = plan, CreatedAt = recorder.Now };
        if (await tenants.FindAsync(parsed, ct) is null)
        {
            tenants.Add(tenant);
            Record(actor, tenant);
            if (await recorder.TryCommitAsync(CancellationToken.None))
            {
                return tenant;
            }
        }

        return new TenantFault(TenantFaultCode.SlugTaken, $"the slug '{parsed}' is taken; choose another");
    }

    // The operator's log says who made it; the tenant's own log begins with it.
    private void Record(Actor actor, Tenant tenant)
    {
        var target = new AuditParty("tenant", tenant.Id.ToString(), tenant.Slug.Value);
        var plan = ("plan", tenant.Plan.ToString().ToLowerInvariant());
        recorder.Record(actor, "tenant.create", target, plan);
        if (actor.At(tenant) is { } there && there != actor)
        {
            recorder.Record(there, "tenant.create", target, plan);
            recorder.Announce(there, ChangeKinds.Tenant);
        }
    }
}
