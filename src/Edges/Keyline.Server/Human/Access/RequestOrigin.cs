using Keyline.Server.Hosting;

namespace Keyline.Server.Human.Access;

/// <summary>
/// Refuses requests that another site's page makes a browser send. Every browser since 2020 says where a request comes
/// from (Sec-Fetch-Site, Origin); a request that says neither is no browser's and carries no cookie by accident.
/// </summary>
public sealed class RequestOrigin(KeylineOptions options)
{
    /// <summary>Whether a request may act. Requests that only read always may.</summary>
    public bool Allows(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method))
        {
            return true;
        }

        if (request.Headers.Origin is { Count: > 0 } origins)
        {
            return origins.Count == 1 && string.Equals(origins[0], options.PublicOrigin, StringComparison.OrdinalIgnoreCase);
        }

        var site = request.Headers["Sec-Fetch-Site"];
        return site.Count == 0 || site[0] is "same-origin" or "none";
    }
}
