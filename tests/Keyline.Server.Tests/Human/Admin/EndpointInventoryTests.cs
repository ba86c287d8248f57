using System.Reflection;
using Keyline.Identity.Access;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Keyline.Server.Tests.Human.Admin;

/// <summary>Every address of the server stands in an approved file: a new one, or one that anybody can call, is a visible difference.</summary>
public class EndpointInventoryTests(AdminServer server) : IClassFixture<AdminServer>
{
    private static string ApprovedFile => Path.Combine(
        typeof(EndpointInventoryTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "Root").Value!, // The project writes it.
        "tests", "Keyline.Server.Tests", "Approved", "endpoints.txt");

    [Fact]
    public void The_endpoints_are_the_approved_ones()
    {
        var lines = server.Node.Services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>().Select(Line).Distinct().Order(StringComparer.Ordinal).ToList();
        var text = "# Method, address, listener, access, limit. Written by the tests with KEYLINE_APPROVE=1.\n" + string.Join('\n', lines) + "\n";
        if (Environment.GetEnvironmentVariable("KEYLINE_APPROVE") == "1")
        {
            File.WriteAllText(ApprovedFile, text);
        }

        Assert.Equal(File.ReadAllText(ApprovedFile), text);
    }

    private static string Line(RouteEndpoint endpoint)
    {
        var methods = string.Join(',', (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["ANY"]).Order(StringComparer.Ordinal));
        var limit = endpoint.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName;
        var unlimited = endpoint.Metadata.GetMetadata<DisableRateLimitingAttribute>() is not null;
        var crossSite = endpoint.Metadata.GetMetadata<CrossSitePost>() is { } mark ? $" | cross-site post ({mark.Reason})" : "";
        return $"{methods,-6} /{endpoint.RoutePattern.RawText?.Trim('/')} | human | {endpoint.Metadata.GetOrderedMetadata<AccessRule>()[^1]}"
            + $" | {(unlimited || limit is null ? "no limit" : "limit " + limit)}{crossSite}";
    }
}
