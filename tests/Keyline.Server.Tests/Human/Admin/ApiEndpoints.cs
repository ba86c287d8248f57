using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace Keyline.Server.Tests.Human.Admin;

/// <summary>The addresses of a server as it lists them itself, filled in for tests that go through all of them.</summary>
internal static class ApiEndpoints
{
    public static IReadOnlyList<(string Method, RoutePattern Pattern, Type? Body)> Of(IServiceProvider services, string prefix) =>
    [
        .. from endpoint in services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
           where ("/" + endpoint.RoutePattern.RawText?.TrimStart('/')).StartsWith(prefix, StringComparison.Ordinal)
           from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []
           select (method, endpoint.RoutePattern, endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType),
    ];

    /// <summary>The address with its parts filled in.</summary>
    public static string Fill(RoutePattern pattern, Func<RoutePatternParameterPart, string> value) =>
        "/" + string.Join('/', pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternParameterPart parameter => value(parameter),
            RoutePatternLiteralPart literal => literal.Content,
            _ => "",
        }))));
}
