using Keyline.Identity.Tenants;
using Keyline.Server.Human.Admin.Shape;
using Keyline.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Keyline.Server.Human.Admin.Tenants;

/// <summary>A tenant.</summary>
internal sealed record TenantJson(Guid Id, string Slug, string Name, Plan Plan, bool IncludesSso, DateTimeOffset CreatedAt)
{
    public static TenantJson Of(Tenant tenant) =>
        new(tenant.Id.Value, tenant.Slug.Value, tenant.Name, tenant.Plan, tenant.IncludesSso, tenant.CreatedAt);

    public static ProblemHttpResult Problem(TenantFault fault) => ApiProblem.Of(StatusOf(fault.Code), "tenant", fault.Code, fault.Detail);

    private static int StatusOf(TenantFaultCode code) => code switch
    {
        TenantFaultCode.NotFound => StatusCodes.Status404NotFound,
        TenantFaultCode.OperatorOnly => StatusCodes.Status403Forbidden,
        TenantFaultCode.BadName or TenantFaultCode.BadPlan or TenantFaultCode.BadSlug => StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status409Conflict,
    };
}

/// <summary>A new tenant.</summary>
internal sealed record NewTenantBody(string Slug, string Name, Plan Plan);

/// <summary>What is to change; what is left out stays.</summary>
internal sealed record TenantBody(string? Name = null, Plan? Plan = null);
