using Keyline.Identity.Access;
using Microsoft.AspNetCore.RateLimiting;

namespace Keyline.Server.Human.Limits;

/// <summary>Limits what anybody can call, unless an endpoint states another limit or that it needs none.</summary>
internal static class AnonymousLimit
{
    public static RouteGroupBuilder LimitAnonymous(this RouteGroupBuilder routes)
    {
        ((IEndpointConventionBuilder)routes).Finally(endpoint =>
        {
            var rule = endpoint.Metadata.OfType<AccessRule>().LastOrDefault();
            if (rule is AccessRule.Nobody or AccessRule.Proof
                && !endpoint.Metadata.Any(stated => stated is EnableRateLimitingAttribute or DisableRateLimitingAttribute))
            {
                endpoint.Metadata.Add(new EnableRateLimitingAttribute(RateLimits.Anonymous));
            }
        });
        return routes;
    }
}
