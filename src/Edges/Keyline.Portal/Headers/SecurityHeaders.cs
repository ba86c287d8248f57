using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Keyline.Portal.Headers;

/// <summary>The one place where the human listener's security headers are written.</summary>
public static class SecurityHeaders
{
    private const string Permissions =
        "accelerometer=(), autoplay=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), midi=(), "
        + "payment=(), publickey-credentials-create=(self), publickey-credentials-get=(self), usb=()";

    /// <summary>Writes the headers on every answer, whatever produced it.</summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(static state => Write((HttpContext)state), context);
        return next(context);
    });

    /// <summary>Lets the forms of this answer go to one address outside Keyline, and nowhere else outside.</summary>
    /// <remarks>
    /// Only the page that carries a SAML message to an identity provider by POST needs this. A browser also holds the
    /// redirects after a form to the policy, so a form of ours is never answered with a redirect to another origin:
    /// it is answered with the hand-off page.
    /// </remarks>
    public static void AllowFormTo(this HttpContext context, string destination) =>
        context.Items[typeof(ContentPolicy)] = ContentPolicy.WithFormTo(destination);

    private static Task Write(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = Permissions;
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.XFrameOptions = "DENY";
        headers.ContentSecurityPolicy = context.Items[typeof(ContentPolicy)] as string ?? ContentPolicy.Own;

        // A page about a person must not come back out of a cache after they signed out.
        if (context.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true)
        {
            headers.CacheControl = "no-store";
        }

        return Task.CompletedTask;
    }
}
