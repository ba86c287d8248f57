using Keyline.Identity.Changes;
using Keyline.Identity.Roles.Protection;
using Keyline.Journal;
using Keyline.Tenancy;

namespace Keyline.Identity.Tenants;

/// <summary>The operator renames a tenant or changes what it pays for.</summary>
public sealed class ChangeTenant(ITenantStore tenants, AdminWays ways, ChangeRecorder recorder)
{
    public async Task<Result<Tenant, TenantFault>> RenameAsync(Actor actor, TenantId id, string name, CancellationToken ct)
    {
        if (!LineText.TryParse(name, CreateTenant.MaxNameLength, out var clean))
        {
            return new TenantFault(TenantFaultCode.BadName, $"expected one line of 1 to {CreateTenant.MaxNameLength} characters");
        }

        var found = await FindAsync(actor, id, "tenant.rename", ct);
        return found.Ok
            ? await SaveAsync(actor, found.Value, found.Value with { Name = clean }, "tenant.rename", ("name", clean))
            : found.Fault;
    }

    public async Task<Result<Tenant, TenantFault>> ChangePlanAsync(Actor actor, TenantId id, Plan plan, CancellationToken ct)
    {
        if (!Enum.IsDefined(plan))
        {
            return new TenantFault(TenantFaultCode.BadPlan, "expected basic, connect or collaborate");
        }

        var found = await FindAsync(actor, id, "tenant.plan", ct);
        if (!found.Ok)
        {
            return found.Fault;
        }

        var changed = found.Value with { Plan = plan };
        if (found.Value.IsOperator)
        {
            return new TenantFault(TenantFaultCode.OperatorTenant, "the operator's own tenant has no plan; nothing is to be changed");
        }

        if (!changed.IncludesSso && found.Value.IncludesSso && await ways.WouldCloseAsync(found.Value, new WayChange.NoSso(), ct))
        {
            return new TenantFault(TenantFaultCode.LocksOut,
                "without single sign-on nobody could administer the tenant; create a break-glass account there first");
        }

        var name = plan.ToString().ToLowerInvariant();
        return await SaveAsync(actor, found.Value, changed, "tenant.plan", ("plan", name));
    }

    private async Task<Result<Tenant, TenantFault>> FindAsync(Actor actor, TenantId id, string action, CancellationToken ct)
    {
        if (!actor.IsOperator)
        {
            const string Detail = "only the operator's staff can change a tenant's name or plan";
            await recorder.RefuseAsync(actor, action, AuditParty.None, nameof(TenantFaultCode.OperatorOnly), Detail, ct);
            return new TenantFault(TenantFaultCode.OperatorOnly, Detail);
        }

        return await tenants.FindAsync(id, ct) is { } tenant ? tenant : new TenantFault(TenantFaultCode.NotFound, "there is no such tenant");
    }

    private async Task<Result<Tenant, TenantFault>> SaveAsync(
        Actor actor, Tenant before, Tenant after, string action, (string, string) fact)
    {
        tenants.Update(after);
        var there = actor.At(before) ?? actor;
        var target = new AuditParty("tenant", after.Id.ToString(), after.Slug.Value);
        recorder.Record(there, action, target, fact, ("before", action == "tenant.plan" ? before.Plan.ToString().ToLowerInvariant() : before.Name));
        if (there != actor)
        {
            recorder.Record(actor, action, target, fact);
        }

        recorder.Announce(there, ChangeKinds.Tenant);
        return await recorder.TryCommitAsync(CancellationToken.None)
            ? after
            : new TenantFault(TenantFaultCode.Conflict, "somebody else changed the tenant at the same time; look at it and try again");
    }
}
