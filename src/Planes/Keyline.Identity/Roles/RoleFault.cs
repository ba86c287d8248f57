namespace Keyline.Identity.Roles;

/// <summary>Why a role, a mapping or a grant was not made or changed.</summary>
/// <param name="Code">The kind.</param>
/// <param name="Detail">What was expected, what came, what to do.</param>
public sealed record RoleFault(RoleFaultCode Code, string Detail)
{
    internal static RoleFault Conflict { get; } = new(RoleFaultCode.Conflict, "somebody else changed the same at the same time; look at it and try again");
}
