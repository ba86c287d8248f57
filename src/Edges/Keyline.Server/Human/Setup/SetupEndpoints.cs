using Keyline.Identity.Access;
using Keyline.Identity.Domains;
using Keyline.Identity.SetupLinks;
using Keyline.Portal.Requests;
using Keyline.Server.Human.Admin.Domains;
using Keyline.Server.Human.Admin.SetupLinks;
using Keyline.Server.Human.Limits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Keyline.Server.Human.Setup;

/// <summary>What can be done with a set-up link, apart from its pages.</summary>
internal static class SetupEndpoints
{
    private static readonly AccessRule _link = AccessRule.OwnProof("set-up link");

    public static void MapSetup(this IEndpointRouteBuilder routes)
    {
        var setup = routes.MapGroup(SetupPaths.Root).WithMetadata(_link).RequireRateLimiting(RateLimits.Anonymous).WithTags("setup");
        setup.MapPost("begin", BeginAsync).WithMetadata(new SetupEndpoint(NeedsSession: false)).WithSummary("Binds the link to this browser.");
        setup.MapGet("state", StateAsync).WithMetadata(new SetupEndpoint(NeedsSession: true)).WithSummary("What is set up so far.");
        setup.MapPost("domains", ClaimAsync).WithMetadata(new SetupEndpoint(NeedsSession: true)).WithSummary("Claims a domain.");
        setup.MapPost("domains/{id:guid}/verify", VerifyAsync).WithMetadata(new SetupEndpoint(NeedsSession: true)).WithSummary("Looks for the TXT record now.");
        setup.MapPost("finish", FinishAsync).WithMetadata(new SetupEndpoint(NeedsSession: true)).WithSummary("Ends the set-up, and the link with it.");
        routes.MapSetupConnection();
    }

    // A page's form and a program's call alike: the browser goes on to the set-up's page.
    private static async Task<Results<RedirectHttpResult, ProblemHttpResult>> BeginAsync(
        HttpContext context, string token, OpenSetupLink links, SetupCookie cookie, CancellationToken ct)
    {
        var tenant = context.Tenant();
        if (context.Features.Get<SetupSession>() is not null)
        {
            return TypedResults.LocalRedirect(SetupPaths.Of(tenant.Slug, token), permanent: false, preserveMethod: false);
        }

        var begun = await links.BeginAsync(tenant, token, context.Client(), ct);
        if (!begun.Ok)
        {
            return SetupLinkJson.Problem(begun.Fault);
        }

        cookie.Write(context, tenant.Slug, begun.Value.Browser);
        return TypedResults.LocalRedirect(SetupPaths.Of(tenant.Slug, token), permanent: false, preserveMethod: false);
    }

    private static async Task<Ok<SetupStateJson>> StateAsync(
        HttpContext context, SetupDomain domains, SetupConnection connections, DomainRules rules, CancellationToken ct)
    {
        var session = context.Setup();
        var connection = await connections.FindAsync(session, ct);
        return TypedResults.Ok(new SetupStateJson(
            session.Tenant.Name, session.Link.Label, session.Link.ExpiresAt, connection?.Slug, connection?.Enabled ?? false, connection?.TestedAt,
            [.. (await domains.ListAsync(session, ct)).Select(domain => DomainJson.Of(domain, rules))]));
    }

    private static async Task<Results<Ok<DomainJson>, ProblemHttpResult>> ClaimAsync(
        HttpContext context, NewDomainBody body, SetupDomain domains, DomainRules rules, CancellationToken ct)
    {
        var claimed = await domains.ClaimAsync(context.Setup(), body.Name, ct);
        return claimed.Ok ? TypedResults.Ok(DomainJson.Of(claimed.Value, rules)) : DomainJson.Problem(claimed.Fault);
    }

    private static async Task<Results<Ok<DomainJson>, ProblemHttpResult>> VerifyAsync(
        HttpContext context, Guid id, SetupDomain domains, DomainRules rules, CancellationToken ct)
    {
        var verified = await domains.VerifyAsync(context.Setup(), new DomainId(id), ct);
        return verified.Ok ? TypedResults.Ok(DomainJson.Of(verified.Value, rules)) : DomainJson.Problem(verified.Fault);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> FinishAsync(
        HttpContext context, FinishSetup finish, SetupCookie cookie, CancellationToken ct)
    {
        var finished = await finish.FinishAsync(context.Setup(), ct);
        if (!finished.Ok)
        {
            return SetupLinkJson.Problem(finished.Fault);
        }

        cookie.Clear(context, context.Tenant().Slug);
        return TypedResults.NoContent();
    }
}
