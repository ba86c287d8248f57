using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using Keyline.Identity.Access;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;

namespace Keyline.Server.Human.Admin.Description;

/// <summary>Writes the OpenAPI 3.1 document of the management API from what its endpoints state about themselves.</summary>
internal sealed class OpenApiWriter(IEnumerable<EndpointDataSource> sources, IOptions<JsonOptions> json)
{
    private static readonly JsonSchemaExporterOptions _schemas = new() { TreatNullObliviousAsNonNullable = true };

    private readonly Lazy<byte[]> _document = new(() => Write(sources, json.Value.SerializerOptions));

    public ReadOnlySpan<byte> Document => _document.Value;

    private static byte[] Write(IEnumerable<EndpointDataSource> sources, JsonSerializerOptions json)
    {
        var schemas = new JsonObject { ["Problem"] = ProblemSchema() };
        var paths = new JsonObject();
        var described = sources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IEndpointSummaryMetadata>() is not null
                && endpoint.RoutePattern.RawText?.StartsWith("/t/{tenant}/api", StringComparison.Ordinal) == true)
            .OrderBy(endpoint => endpoint.RoutePattern.RawText, StringComparer.Ordinal);
        foreach (var endpoint in described)
        {
            var path = PathOf(endpoint);
            if (paths[path] is not JsonObject methods)
            {
                paths[path] = methods = [];
            }

            foreach (var method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [])
            {
                methods[method.ToLowerInvariant()] = Operation(endpoint, method, schemas, json);
            }
        }

        return JsonSerializer.SerializeToUtf8Bytes(new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject { ["title"] = "Keyline management API", ["version"] = "v1" },
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["schemas"] = schemas,
                ["securitySchemes"] = new JsonObject
                {
                    ["session"] = new JsonObject { ["type"] = "apiKey", ["in"] = "cookie", ["name"] = "__Host-keyline-{tenant}" },
                },
            },
        });
    }

    private static JsonObject Operation(RouteEndpoint endpoint, string method, JsonObject schemas, JsonSerializerOptions json)
    {
        var metadata = endpoint.Metadata;
        var responses = new JsonObject();
        foreach (var produced in metadata.GetOrderedMetadata<IProducesResponseTypeMetadata>())
        {
            var answer = new JsonObject { ["description"] = Description(produced.StatusCode) };
            if (produced.Type is { } type && type != typeof(void))
            {
                answer["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = Schema(type, schemas, json) } };
            }

            responses[produced.StatusCode.ToString(System.Globalization.CultureInfo.InvariantCulture)] = answer;
        }

        responses["default"] = new JsonObject
        {
            ["description"] = "A refusal (RFC 9457).",
            ["content"] = new JsonObject
            {
                ["application/problem+json"] = new JsonObject { ["schema"] = new JsonObject { ["$ref"] = "#/components/schemas/Problem" } },
            },
        };
        var operation = new JsonObject
        {
            ["operationId"] = $"{method.ToLowerInvariant()} {PathOf(endpoint)}",
            ["summary"] = metadata.GetMetadata<IEndpointSummaryMetadata>()?.Summary,
            ["description"] = $"Access: {metadata.GetMetadata<AccessRule>()}.",
            ["tags"] = new JsonArray([.. (metadata.GetMetadata<ITagsMetadata>()?.Tags ?? []).Select(tag => (JsonNode)tag)]),
            ["security"] = new JsonArray(new JsonObject { ["session"] = new JsonArray() }),
            ["parameters"] = new JsonArray([.. endpoint.RoutePattern.Parameters.Select(parameter => (JsonNode)Parameter(parameter.Name,
                parameter.ParameterPolicies.Any(policy => policy.Content == "guid")))]),
            ["responses"] = responses,
        };
        if (metadata.GetMetadata<IAcceptsMetadata>()?.RequestType is { } body)
        {
            operation["requestBody"] = new JsonObject
            {
                ["required"] = true,
                ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = Schema(body, schemas, json) } },
            };
        }

        return operation;
    }

    private static string PathOf(RouteEndpoint endpoint) => "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment =>
        string.Concat(segment.Parts.Select(part => part is Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter
            ? "{" + parameter.Name + "}"
            : ((Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart)part).Content))));

    private static JsonObject Parameter(string name, bool isId)
    {
        var schema = new JsonObject { ["type"] = "string" };
        if (isId)
        {
            schema["format"] = "uuid";
        }

        return new JsonObject { ["name"] = name, ["in"] = "path", ["required"] = true, ["schema"] = schema };
    }

    private static JsonObject Schema(Type type, JsonObject schemas, JsonSerializerOptions json)
    {
        var name = NameOf(type);
        if (!schemas.ContainsKey(name))
        {
            schemas[name] = json.GetJsonSchemaAsNode(type, _schemas);
        }

        return new JsonObject { ["$ref"] = "#/components/schemas/" + name };
    }

    private static string NameOf(Type type) => type.IsGenericType
        ? type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)] + "Of" + string.Concat(type.GetGenericArguments().Select(NameOf))
        : type.Name.Replace("Json", "", StringComparison.Ordinal);

    private static JsonObject ProblemSchema() => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject
        {
            ["type"] = new JsonObject { ["type"] = "string" },
            ["title"] = new JsonObject { ["type"] = "string" },
            ["status"] = new JsonObject { ["type"] = "integer" },
            ["detail"] = new JsonObject { ["type"] = "string" },
        },
    };

    private static string Description(int status) => status switch
    {
        200 => "As asked.",
        201 => "Made.",
        204 => "Done.",
        _ => "See the status.",
    };
}
