using Keyline.Identity.Domains;
using Keyline.Server.Human.Admin.Shape;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Keyline.Server.Human.Admin.Domains;

/// <summary>A claimed domain, and what to publish to prove it.</summary>
internal sealed record DomainJson(
    Guid Id, string Name, DomainState State, DateTimeOffset? Until, string RecordName, string RecordText, Guid? ConnectionId,
    DateTimeOffset ClaimedAt, DateTimeOffset? VerifiedAt, DateTimeOffset? CheckedAt, DateTimeOffset? MissingSince)
{
    public static DomainJson Of(Domain domain, DomainRules rules)
    {
        var status = DomainStatus.Of(domain, rules);
        return new DomainJson(
            domain.Id.Value, domain.Name, status.State, status.Until, "_keyline-challenge." + domain.Name, domain.Challenge,
            domain.ConnectionId?.Value, domain.ClaimedAt, domain.VerifiedAt, domain.CheckedAt, domain.MissingSince);
    }

    public static ProblemHttpResult Problem(DomainFault fault) => ApiProblem.Of(StatusOf(fault.Code), "domain", fault.Code, fault.Detail);

    private static int StatusOf(DomainFaultCode code) => code switch
    {
        DomainFaultCode.NotFound or DomainFaultCode.UnknownConnection => StatusCodes.Status404NotFound,
        DomainFaultCode.NotADomain or DomainFaultCode.PublicSuffix or DomainFaultCode.PublicMailDomain => StatusCodes.Status400BadRequest,
        DomainFaultCode.PlanWithoutSso => StatusCodes.Status403Forbidden,
        DomainFaultCode.ResolverFailed => StatusCodes.Status424FailedDependency,
        _ => StatusCodes.Status409Conflict,
    };
}

/// <summary>A domain to be claimed.</summary>
internal sealed record NewDomainBody(string Name);

/// <summary>Where a domain's people sign in; null: they choose.</summary>
internal sealed record AssignDomainBody(Guid? ConnectionId);
