using Keyline.Identity.Domains;
using Keyline.Identity.Federation;
using Keyline.Identity.Roles;
using Keyline.Portal.Requests;
using Keyline.Server.Human.Admin.Shape;
using Keyline.Server.Human.Limits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Keyline.Server.Human.Admin.Domains;

/// <summary>E-mail domains: claim, prove, assign to a connection, give up.</summary>
internal static class DomainsApi
{
    public static void MapDomainsApi(this IEndpointRouteBuilder routes)
    {
        var domains = routes.MapApi("domains");
        domains.MapGet("", ListAsync).For(Permissions.DomainsManage, "All claims with their state.");
        domains.MapPost("", ClaimAsync).For(Permissions.DomainsManage, "Claims a domain; the answer says which TXT record proves it.");
        domains.MapGet("{id:guid}", ShowAsync).For(Permissions.DomainsManage, "One claim.");
        domains.MapPost("{id:guid}/verify", VerifyAsync)
            .For(Permissions.DomainsManage, "Looks for the TXT record now.").RequireRateLimiting(RateLimits.Expensive);
        domains.MapPut("{id:guid}/connection", AssignAsync).For(Permissions.DomainsManage, "Says at which connection the domain's people sign in.");
        domains.MapDelete("{id:guid}", RemoveAsync).For(Permissions.DomainsManage, "Gives a claim up.");
    }

    private static async Task<Ok<Page<DomainJson>>> ListAsync(HttpContext context, IDomainStore domains, DomainRules rules, CancellationToken ct) =>
        TypedResults.Ok(new Page<DomainJson>(
            [.. (await domains.ListAsync(context.Tenant().Id, ct)).Select(domain => DomainJson.Of(domain, rules))], null));

    private static async Task<Results<Ok<DomainJson>, ProblemHttpResult>> ShowAsync(
        HttpContext context, Guid id, IDomainStore domains, DomainRules rules, CancellationToken ct) =>
        await domains.FindAsync(context.Tenant().Id, new DomainId(id), ct) is { } domain
            ? TypedResults.Ok(DomainJson.Of(domain, rules))
            : ApiProblem.NotFound;

    private static async Task<Results<Created<DomainJson>, ProblemHttpResult>> ClaimAsync(
        HttpContext context, NewDomainBody body, ClaimDomain claim, DomainRules rules, CancellationToken ct)
    {
        var claimed = await claim.ClaimAsync(context.Actor(), body.Name, ct);
        return claimed.Ok
            ? TypedResults.Created($"/t/{context.Tenant().Slug}/api/domains/{claimed.Value.Id}", DomainJson.Of(claimed.Value, rules))
            : DomainJson.Problem(claimed.Fault);
    }

    private static async Task<Results<Ok<DomainJson>, ProblemHttpResult>> VerifyAsync(
        HttpContext context, Guid id, VerifyDomain verify, DomainRules rules, CancellationToken ct)
    {
        var verified = await verify.VerifyAsync(context.Actor(), new DomainId(id), ct);
        return verified.Ok ? TypedResults.Ok(DomainJson.Of(verified.Value, rules)) : DomainJson.Problem(verified.Fault);
    }

    private static async Task<Results<Ok<DomainJson>, ProblemHttpResult>> AssignAsync(
        HttpContext context, Guid id, AssignDomainBody body, AssignDomain assign, DomainRules rules, CancellationToken ct)
    {
        var connection = body.ConnectionId is { } wanted ? new ConnectionId(wanted) : (ConnectionId?)null;
        var assigned = await assign.AssignAsync(context.Actor(), new DomainId(id), connection, ct);
        return assigned.Ok ? TypedResults.Ok(DomainJson.Of(assigned.Value, rules)) : DomainJson.Problem(assigned.Fault);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(
        HttpContext context, Guid id, RemoveDomain remove, CancellationToken ct) =>
        await remove.RemoveAsync(context.Actor(), new DomainId(id), ct) is { Ok: false, Fault: var fault }
            ? DomainJson.Problem(fault)
            : TypedResults.NoContent();
}
