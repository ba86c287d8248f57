using Keyline.Secrets;
using Keyline.Server.Hosting;
using Keyline.Tenancy;

namespace Keyline.Server.Human.Local;

/// <summary>
/// The cookies of local sign-in, one of each at a tenant: the sign-in under way, and the browser that is known. Neither opens
/// anything by itself.
/// </summary>
internal sealed class LocalCookies(KeylineOptions options)
{
    private static readonly TimeSpan _deviceLifetime = Keyline.Identity.Authenticators.Devices.KnownDevice.Lifetime;

    public SecretText? ReadTransaction(HttpContext context, TenantSlug tenant) => Read(context, Name("local", tenant));

    public SecretText? ReadDevice(HttpContext context, TenantSlug tenant) => Read(context, Name("device", tenant));

    public void WriteTransaction(HttpContext context, TenantSlug tenant, SecretText secret) =>
        context.Response.Cookies.Append(Name("local", tenant), secret.Reveal(), Settings(null));

    public void ClearTransaction(HttpContext context, TenantSlug tenant) =>
        context.Response.Cookies.Delete(Name("local", tenant), Settings(null));

    public void WriteDevice(HttpContext context, TenantSlug tenant, SecretText secret) =>
        context.Response.Cookies.Append(Name("device", tenant), secret.Reveal(), Settings(_deviceLifetime));

    private static SecretText? Read(HttpContext context, string name) =>
        context.Request.Cookies[name] is { Length: BearerSecret.Length } value ? new SecretText(value) : null;

    private string Name(string what, TenantSlug tenant) => $"{(options.IsHttps ? "__Host-" : "")}keyline-{what}-at-{tenant}";

    private CookieOptions Settings(TimeSpan? lifetime) => new()
    {
        HttpOnly = true,
        Secure = options.IsHttps,
        SameSite = SameSiteMode.Strict,
        Path = "/",
        IsEssential = true,
        MaxAge = lifetime,
    };
}
