using Keyline.Identity.Access;

namespace Keyline.Server.Human.Access;

/// <summary>Checks, before the host starts, that every endpoint says who may call it.</summary>
internal static class EndpointRules
{
    /// <summary>Throws when an endpoint states no rule, or checks a session that its address names no tenant for.</summary>
    public static void Check(IEnumerable<EndpointDataSource> sources)
    {
        var faults = sources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Select(Fault).OfType<string>().ToList();
        if (faults.Count > 0)
        {
            throw new InvalidOperationException("Endpoints without a clear rule:\n" + string.Join('\n', faults));
        }
    }

    private static string? Fault(RouteEndpoint endpoint)
    {
        var rules = endpoint.Metadata.GetOrderedMetadata<AccessRule>();
        var name = $"{string.Join(',', endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [])} {endpoint.RoutePattern.RawText}";
        return rules.Count == 0 ? $"{name}: no access rule"
            : rules[^1] is AccessRule.Session or AccessRule.Permission && endpoint.RoutePattern.GetParameter("tenant") is null
                ? $"{name}: needs a session, but its address has no tenant"
                : null;
    }
}
