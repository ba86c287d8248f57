using Keyline.Secrets;
using Keyline.Server.Hosting;
using Keyline.Tenancy;

namespace Keyline.Server.Human.Setup;

/// <summary>
/// The cookie that ties a set-up link to the browser that began it. An underscore is in its name and in no slug, so that it
/// is never a tenant's session cookie.
/// </summary>
public sealed class SetupCookie(KeylineOptions options)
{
    public string NameAt(TenantSlug tenant) => (options.IsHttps ? "__Host-keyline_setup-" : "keyline_setup-") + tenant.Value;

    public string? Read(HttpContext context, TenantSlug tenant) => context.Request.Cookies[NameAt(tenant)];

    public void Write(HttpContext context, TenantSlug tenant, SecretText secret) =>
        context.Response.Cookies.Append(NameAt(tenant), secret.Reveal(), Settings());

    public void Clear(HttpContext context, TenantSlug tenant) => context.Response.Cookies.Delete(NameAt(tenant), Settings());

    private CookieOptions Settings() => new()
    {
        HttpOnly = true,
        Secure = options.IsHttps,
        SameSite = SameSiteMode.Lax,
        Path = "/",
        IsEssential = true,
        MaxAge = Keyline.Identity.SetupLinks.SetupLink.LongestLifetime,
    };
}
