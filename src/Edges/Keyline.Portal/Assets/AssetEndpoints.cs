using Keyline.Identity.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Keyline.Portal.Assets;

/// <summary>Serves the assets. An address names its content, so a browser may keep it for ever.</summary>
public static class AssetEndpoints
{
    /// <summary>Maps <c>/assets/{file}</c>, which anybody may read.</summary>
    public static RouteHandlerBuilder MapAssets(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/assets/{file}", ReadAsync).WithMetadata(AccessRule.Anonymous("style, pictures and script; the same for everybody")).WithName("portal-asset").DisableRateLimiting();

    private static async Task ReadAsync(HttpContext context, string file, CancellationToken ct)
    {
        var response = context.Response;
        if (AssetCatalog.Find($"/assets/{file}") is not { } asset)
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        response.ContentType = asset.MediaType;
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        response.Headers.Vary = HeaderNames.AcceptEncoding;

        var body = asset.Content;
        if (AcceptsBrotli(context.Request))
        {
            response.Headers.ContentEncoding = "br";
            body = asset.Brotli;
        }

        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, ct);
    }

    private static bool AcceptsBrotli(HttpRequest request) => request.GetTypedHeaders().AcceptEncoding
        .Any(encoding => encoding.Value.Equals("br", StringComparison.OrdinalIgnoreCase) && encoding.Quality is null or > 0);
}
