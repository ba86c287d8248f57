using System.Net;
using System.Reflection;
using System.Text;
using System.Text.Json;

namespace Keyline.Server.Tests.Human.Admin;

/// <summary>No input makes a 5xx: odd values in every place of every address that the server lists.</summary>
public class OddInputTests(AdminServer server) : IClassFixture<AdminServer>
{
    private static readonly string[] _oddParts =
    [
        "0", "-1", "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff", "%E2%80%AE", "%EF%BF%BF", "a%0Ab", "%F0%9F%98%80",
        "..%2F..", "%27%3B--", "admin", "NULL", "%25%73", new string('x', 3000),
    ];

    private static readonly string[] _oddQueries =
    [
        "?limit=99999999999999999999", "?limit=-1", "?limit=abc", "?after=x", "?after=00000000-0000-0000-0000-000000000000", "?q=%00", "?q=%ED%A0%80",
        "?q=%25_%5C%27", "?q=" + "%C3%BC" + "&limit=200", "?from=9999-12-31T23:59:59Z&until=0001-01-01T00:00:00Z", "?from=+275760-09-13", "?outcome=7",
        "?party=%00", "?person=x", "?limit=1&limit=2", "?format=exe", "?after=&q=&limit=",
    ];

    private static readonly string[] _oddValues =
    [
        "null", "true", "-1", "1e400", "99999999999999999999999", "2147483647", "-2147483648", "\"\"", "\"\\u0000\"", "\"\\ud800\"", "\"\\u202e\"", "[]", "{}",
        "[null]", "[\"\\u0000\"]", "{\"\\u0000\":{}}", "\"00000000-0000-0000-0000-000000000000\"", "\"9999-12-31T23:59:59+14:00\"",
        "\"0001-01-01T00:00:00-14:00\"", "\"" + new string('y', 10_000) + "\"", "[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]",
    ];

    [Theory]
    [InlineData("/t/{tenant}/api")]
    [InlineData("/t/{tenant}/setup")]
    public async Task Odd_addresses_and_queries_are_refused(string prefix)
    {
        foreach (var (method, pattern, _) in ApiEndpoints.Of(server.Node.Services, prefix))
        {
            foreach (var odd in _oddParts.Where(_ => pattern.Parameters.Count > 1))
            {
                await ShakeAsync(method, ApiEndpoints.Fill(pattern, part => part.Name == "tenant" ? "operator" : odd), "{}");
            }

            foreach (var query in _oddQueries)
            {
                await ShakeAsync(method, Valid(ApiEndpoints.Fill(pattern, part => part.Name == "tenant" ? "operator" : Guid.NewGuid().ToString())) + query, null);
            }
        }
    }

    [Theory]
    [InlineData("/t/{tenant}/api")]
    [InlineData("/t/{tenant}/setup")]
    public async Task Odd_bodies_are_refused(string prefix)
    {
        foreach (var (method, pattern, body) in ApiEndpoints.Of(server.Node.Services, prefix).Where(endpoint => endpoint.Method != "GET"))
        {
            var path = Valid(ApiEndpoints.Fill(pattern, part => part.Name == "tenant" ? "operator" : Guid.NewGuid().ToString()));
            foreach (var odd in _oddValues)
            {
                await ShakeAsync(method, path, odd);
                foreach (var name in body?.GetProperties(BindingFlags.Instance | BindingFlags.Public).Select(property => property.Name) ?? [])
                {
                    await ShakeAsync(method, path, WithOdd(body!, name, odd)); // It has properties, so it is there.
                }
            }
        }
    }

    [Fact]
    public async Task Bodies_that_are_too_large_or_of_another_kind_are_refused()
    {
        var large = await server.SendAsync("POST", "/t/acme/api/domains", server.Acme, "{\"name\":\"" + new string('a', 2 * 1024 * 1024) + "\"}");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.Status);
        foreach (var type in new[] { "text/plain", "application/xml", "application/x-www-form-urlencoded" })
        {
            var other = await server.SendAsync("POST", "/t/acme/api/domains", server.Acme, "name=x", contentType: type);
            Assert.Equal(HttpStatusCode.UnsupportedMediaType, other.Status);
        }
    }

    // A tenant that is there, so that the request gets as far as it can.
    private static string Valid(string path) => path.Replace("/tenants/", "/tenants/x-", StringComparison.Ordinal);

    /// <summary>A body in which everything is plausible but one member.</summary>
    private static string WithOdd(Type body, string odd, string value)
    {
        var json = new StringBuilder("{");
        foreach (var property in body.GetProperties(BindingFlags.Instance | BindingFlags.Public))
        {
            var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            var plausible = type == typeof(string) ? "\"word\"" : type == typeof(Guid) ? $"\"{Guid.NewGuid()}\"" : type == typeof(bool) ? "true"
                : type == typeof(int) ? "10" : type == typeof(DateTimeOffset) ? $"\"{DateTimeOffset.UtcNow.AddDays(1):O}\""
                : type.IsEnum ? $"\"{JsonNamingPolicy.CamelCase.ConvertName(Enum.GetNames(type)[0])}\""
                : type.Name.Contains("Dictionary", StringComparison.Ordinal) ? "{}" : type.Name.Contains("List", StringComparison.Ordinal) ? "[]"
                : "{\"idleMinutes\":30,\"absoluteMinutes\":60}";
            json.Append(json.Length > 1 ? "," : "").Append('"').Append(JsonNamingPolicy.CamelCase.ConvertName(property.Name)).Append("\":")
                .Append(property.Name == odd ? value : plausible);
        }

        return json.Append('}').ToString();
    }

    private async Task ShakeAsync(string method, string path, string? body)
    {
        var (status, answer, _) = await server.SendAsync(method, path, server.Operator, method == "GET" ? null : body);
        Assert.True((int)status < 500 || status == HttpStatusCode.FailedDependency, $"{method} {path[..Math.Min(path.Length, 200)]} {body?[..Math.Min(body.Length, 300)]}: {status} {answer}");
    }
}
