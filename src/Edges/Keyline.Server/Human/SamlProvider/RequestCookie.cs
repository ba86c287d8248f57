using Keyline.Identity.SamlProvider.SignOn;
using Keyline.Secrets;
using Keyline.Server.Hosting;
using Keyline.Tenancy;

namespace Keyline.Server.Human.SamlProvider;

/// <summary>
/// Ties an app's request to one browser. Each request has a cookie of its own: the form of another site brings none along, so a
/// common one would be overwritten by a second tab.
/// </summary>
public sealed class RequestCookie(KeylineOptions options)
{
    private const int DigitsOfId = 12;

    /// <summary>The cookie of one request; null when it did not come.</summary>
    public SecretText? Read(HttpContext context, PendingRequest request) =>
        context.Request.Cookies[NameOf(request)] is { Length: BearerSecret.Length } text ? new SecretText(text) : null;

    /// <summary>Hands the cookie to the browser, for our own addresses of the identity provider alone.</summary>
    public void Write(HttpContext context, TenantSlug tenant, StartedRequest started) => context.Response.Cookies.Append(
        NameOf(started.Request), started.Browser.Reveal(), new CookieOptions
        {
            HttpOnly = true,
            Secure = options.IsHttps,
            SameSite = SameSiteMode.Lax,
            Path = $"/t/{tenant}/saml/idp",
            MaxAge = PendingRequest.Lifetime,
            IsEssential = true,
        });

    // The end of a UUIDv7 is random; its beginning is the time.
    private string NameOf(PendingRequest request) =>
        (options.IsHttps ? "__Secure-" : "") + "keyline-saml-" + request.Id.Value.ToString("N")[^DigitsOfId..];
}
