using Keyline.Identity.SetupLinks;
using Keyline.Server.Human.Admin.Shape;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Keyline.Server.Human.Admin.SetupLinks;

/// <summary>A set-up link; its secret is not in it.</summary>
internal sealed record SetupLinkJson(
    Guid Id, string Label, SetupLinkState State, string CreatedBy, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, DateTimeOffset? ActivatedAt,
    string? ActivatedFrom, DateTimeOffset? FinishedAt, Guid? ConnectionId, IReadOnlyList<Guid> Domains)
{
    public static SetupLinkJson Of(SetupLink link, DateTimeOffset now) => new(
        link.Id.Value, link.Label, link.StateAt(now), link.CreatedBy, link.CreatedAt, link.ExpiresAt, link.ActivatedAt, link.ActivatedFrom,
        link.FinishedAt, link.ConnectionId?.Value, [.. link.DomainIds.Select(id => id.Value)]);

    public static ProblemHttpResult Problem(SetupFault fault) => ApiProblem.Of(StatusOf(fault.Code), "setup-link", fault.Code, fault.Detail);

    private static int StatusOf(SetupFaultCode code) => code switch
    {
        SetupFaultCode.Unknown or SetupFaultCode.UnknownConnection => StatusCodes.Status404NotFound,
        SetupFaultCode.Expired or SetupFaultCode.Revoked or SetupFaultCode.Finished => StatusCodes.Status410Gone,
        SetupFaultCode.OtherBrowser or SetupFaultCode.NotBegun or SetupFaultCode.PlanWithoutSso => StatusCodes.Status403Forbidden,
        SetupFaultCode.BadLabel or SetupFaultCode.BadLifetime => StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status409Conflict,
    };
}

/// <summary>A link that was just made.</summary>
/// <param name="Link">What is kept.</param>
/// <param name="Address">What to hand on; it is shown once.</param>
internal sealed record NewSetupLinkJson(SetupLinkJson Link, string Address);

/// <summary>A link to be made.</summary>
internal sealed record NewSetupLinkBody(string Label, int? LifetimeHours = null, Guid? ConnectionId = null);
