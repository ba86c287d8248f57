namespace Keyline.Identity.Tenants;

/// <summary>Why a tenant was not made or changed.</summary>
/// <param name="Code">The kind.</param>
/// <param name="Detail">What was expected, what came, what to do.</param>
public sealed record TenantFault(TenantFaultCode Code, string Detail);
