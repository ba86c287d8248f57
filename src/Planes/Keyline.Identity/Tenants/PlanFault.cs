namespace Keyline.Identity.Tenants;

/// <summary>The tenant's plan does not include what was asked for.</summary>
/// <param name="Detail">What is missing and who can change it.</param>
public sealed record PlanFault(string Detail);
