using Keyline.Identity.Access;
using Keyline.Identity.Roles;
using Keyline.Identity.Sessions;
using Keyline.Identity.Tenants;
using Keyline.Server.Hosting;
using Keyline.Tenancy;

namespace Keyline.Server.Human.Access;

/// <summary>
/// The one gate of the human listener. It finds the tenant and the session of a request, and asks the endpoint's rule.
/// What follows finds <see cref="Tenant"/> and <see cref="SignedIn"/> among the request's features.
/// </summary>
internal sealed class HumanAccess(
    RequestDelegate next, TenantIndex tenants, SessionCheck sessions, SessionCookie cookie, RequestOrigin origin, FeedState feed,
    KeylineOptions options)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint() is not { } endpoint)
        {
            await Refusals.WriteAsync(context, Refusals.NotFound);
            return;
        }

        // Routing's own answers to a wrong method or media type; they run nothing of ours.
        if (endpoint is not RouteEndpoint)
        {
            await next(context);
            if (!context.Response.HasStarted)
            {
                await Refusals.WriteAsync(context, Refusals.OfRouting(context.Response.StatusCode));
            }

            return;
        }

        // An endpoint without a rule does not get this far: the host refuses to start with one.
        var rule = endpoint.Metadata.GetRequiredMetadata<AccessRule>();
        if (context.Request.RouteValues.TryGetValue("tenant", out var value))
        {
            if (!TenantSlug.TryParse(value as string, out var slug) || await FindTenantAsync(context, slug) is not { } tenant)
            {
                await Refusals.WriteAsync(context, Refusals.NotFound);
                return;
            }

            context.Features.Set(tenant);
            if (cookie.Read(context, slug) is { } secret && await FindSessionAsync(context, tenant, secret) is { } signedIn)
            {
                context.Features.Set(signedIn);
            }
        }

        if (Refuse(context, endpoint, rule) is { } refusal)
        {
            await Refusals.WriteAsync(context, refusal);
            return;
        }

        await next(context);
    }

    private Refusal? Refuse(HttpContext context, Endpoint endpoint, AccessRule rule)
    {
        if (!origin.Allows(context.Request) && endpoint.Metadata.GetMetadata<CrossSitePost>() is null)
        {
            return Refusals.CrossSite;
        }

        if (rule is AccessRule.Nobody or AccessRule.Proof)
        {
            return null;
        }

        if (context.Features.Get<SignedIn>() is not { } signedIn)
        {
            return Refusals.NotSignedIn;
        }

        if (rule is AccessRule.Permission && feed.Age > TimeSpan.FromSeconds(options.FeedLimitSeconds))
        {
            return Refusals.FeedTooOld;
        }

        return signedIn.Satisfies(rule) ? null : Refusals.Forbidden;
    }

    private async ValueTask<Tenant?> FindTenantAsync(HttpContext context, TenantSlug slug) =>
        tenants.Find(slug)
        ?? await tenants.FindAsync(slug, context.RequestServices.GetRequiredService<ITenantStore>(), context.RequestAborted);

    private async ValueTask<SignedIn?> FindSessionAsync(HttpContext context, Tenant tenant, string secret) =>
        sessions.Find(tenant, secret)
        ?? await sessions.FindAsync(tenant, secret, context.RequestServices.GetRequiredService<ISessionStore>(),
            context.RequestServices.GetRequiredService<AccessReader>(), context.RequestAborted);
}
