using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Keyline.Server.Human.Admin.Shape;

/// <summary>RFC 9457 problems with stable types: the feature and the fault's code.</summary>
internal static class ApiProblem
{
    public const string TypePrefix = "https://keyline.dev/problems/";

    /// <summary>There is no such thing, or it is another tenant's: both look the same.</summary>
    public static ProblemHttpResult NotFound { get; } = Of(StatusCodes.Status404NotFound, "not-found", "There is nothing here");

    /// <summary>A fault of a use case.</summary>
    public static ProblemHttpResult Of<TCode>(int status, string feature, TCode code, string detail)
        where TCode : struct, Enum => Of(status, $"{feature}/{JsonNamingPolicy.KebabCaseLower.ConvertName(code.ToString())}", detail);

    public static ProblemHttpResult Of(int status, string type, string detail) =>
        TypedResults.Problem(detail, statusCode: status, title: TitleOf(status), type: TypePrefix + type);

    private static string TitleOf(int status) => status switch
    {
        StatusCodes.Status403Forbidden => "You may not do this",
        StatusCodes.Status404NotFound => "There is nothing here",
        StatusCodes.Status409Conflict => "This does not fit what is there",
        StatusCodes.Status502BadGateway or StatusCodes.Status424FailedDependency => "Somebody else did not answer",
        _ => "This request can't be done as it is",
    };
}
