using Keyline.Tenancy;

namespace Keyline.Identity.Tenants;

/// <summary>The one place that says whether a tenant's plan includes single sign-on.</summary>
public static class SsoPlan
{
    /// <summary>Nothing when it does; otherwise what to say.</summary>
    public static Result<Unit, PlanFault> Check(Tenant tenant) => tenant.IncludesSso
        ? new Unit()
        : new PlanFault(
            $"Single sign-on is not part of the plan '{tenant.Plan.ToString().ToLowerInvariant()}' of {tenant.Name}. "
            + "It comes with 'connect' and 'collaborate'; the operator can change the plan.");
}
