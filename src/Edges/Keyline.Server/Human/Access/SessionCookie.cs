using Keyline.Secrets;
using Keyline.Server.Hosting;
using Keyline.Tenancy;

namespace Keyline.Server.Human.Access;

/// <summary>The session's cookie: one a tenant, so that a browser can be signed in at several.</summary>
public sealed class SessionCookie(KeylineOptions options)
{
    /// <summary>The cookie's name at a tenant. The prefix makes browsers refuse it without Secure, or from a subdomain.</summary>
    public string NameAt(TenantSlug tenant) => (options.IsHttps ? "__Host-keyline-" : "keyline-") + tenant.Value;

    /// <summary>The secret that came; null when none did.</summary>
    public string? Read(HttpContext context, TenantSlug tenant) => context.Request.Cookies[NameAt(tenant)];

    /// <summary>Hands a new session to the browser. The browser forgets it when it closes; the server has the limits.</summary>
    public void Write(HttpContext context, TenantSlug tenant, SecretText secret) =>
        context.Response.Cookies.Append(NameAt(tenant), secret.Reveal(), Settings());

    /// <summary>Takes the cookie back.</summary>
    public void Clear(HttpContext context, TenantSlug tenant) => context.Response.Cookies.Delete(NameAt(tenant), Settings());

    private CookieOptions Settings() => new()
    {
        HttpOnly = true,
        Secure = options.IsHttps,
        SameSite = SameSiteMode.Lax,
        Path = "/",
        IsEssential = true,
    };
}
