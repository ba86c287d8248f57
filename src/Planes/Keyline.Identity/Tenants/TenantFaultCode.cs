namespace Keyline.Identity.Tenants;

/// <summary>Why a tenant was not made or changed.</summary>
public enum TenantFaultCode
{
    /// <summary>Only the operator's staff may.</summary>
    OperatorOnly,

    /// <summary>There is no such tenant.</summary>
    NotFound,

    /// <summary>The slug can't stand in an address.</summary>
    BadSlug,

    /// <summary>Another tenant has the slug.</summary>
    SlugTaken,

    /// <summary>The name is empty, too long or has control characters.</summary>
    BadName,

    /// <summary>The plan is none that exists.</summary>
    BadPlan,

    /// <summary>The operator's own tenant has no plan.</summary>
    OperatorTenant,

    /// <summary>I8: without single sign-on nobody could administer the tenant.</summary>
    LocksOut,

    /// <summary>Somebody else changed the same at the same time.</summary>
    Conflict,
}
