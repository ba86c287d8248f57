using Keyline.Identity.Roles;
using Keyline.Server.Human.Admin.Shape;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Keyline.Server.Human.Admin.Roles;

/// <summary>Faults about roles as HTTP answers.</summary>
internal static class RoleFaults
{
    public static ProblemHttpResult Problem(RoleFault fault) => ApiProblem.Of(StatusOf(fault.Code), "role", fault.Code, fault.Detail);

    private static int StatusOf(RoleFaultCode code) => code switch
    {
        RoleFaultCode.NotFound or RoleFaultCode.UnknownRole or RoleFaultCode.UnknownGroup or RoleFaultCode.UnknownPerson
            or RoleFaultCode.UnknownConnection => StatusCodes.Status404NotFound,
        RoleFaultCode.BeyondOwn or RoleFaultCode.OperatorPermission => StatusCodes.Status403Forbidden,
        RoleFaultCode.RoleExists or RoleFaultCode.RoleInUse or RoleFaultCode.BuiltIn or RoleFaultCode.GroupExists or RoleFaultCode.AlreadyMapped
            or RoleFaultCode.LocksOut or RoleFaultCode.TooMany or RoleFaultCode.Conflict => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status400BadRequest,
    };
}
