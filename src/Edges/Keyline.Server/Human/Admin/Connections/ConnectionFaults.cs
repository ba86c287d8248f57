using Keyline.Identity.Federation;
using Keyline.Identity.Federation.Managing;
using Keyline.Server.Human.Admin.Shape;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Keyline.Server.Human.Admin.Connections;

/// <summary>What came of a change to a connection, as HTTP answers.</summary>
internal static class ConnectionFaults
{
    public static Results<Ok<ConnectionJson>, ProblemHttpResult> Answer(Result<Connection, ConnectionFault> outcome) =>
        outcome.Ok ? TypedResults.Ok(ConnectionJson.Of(outcome.Value)) : Problem(outcome.Fault);

    public static ProblemHttpResult Problem(ConnectionFault fault) => ApiProblem.Of(
        StatusOf(fault.Code), "connection", fault.Code, fault.Field.Length > 0 ? $"{fault.Field}: {fault.Detail}" : fault.Detail);

    private static int StatusOf(ConnectionFaultCode code) => code switch
    {
        ConnectionFaultCode.NotFound => StatusCodes.Status404NotFound,
        ConnectionFaultCode.NotPermitted or ConnectionFaultCode.PlanWithoutSso or ConnectionFaultCode.ClearTextRefused => StatusCodes.Status403Forbidden,
        ConnectionFaultCode.UnknownPreset or ConnectionFaultCode.InvalidSetting or ConnectionFaultCode.WrongKind
            or ConnectionFaultCode.MetadataUnreadable or ConnectionFaultCode.SeveralProviders => StatusCodes.Status400BadRequest,
        ConnectionFaultCode.MetadataUnreachable => StatusCodes.Status424FailedDependency,
        _ => StatusCodes.Status409Conflict,
    };
}
