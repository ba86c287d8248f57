using Keyline.Secrets;
using Keyline.Server.Hosting;

namespace Keyline.Server.Human.SignIn;

/// <summary>The cookie that ties a sign-in under way to the browser that began it. It opens nothing.</summary>
public sealed class BrowserCookie(KeylineOptions options)
{
    private string Name => options.IsHttps ? "__Host-keyline-browser" : "keyline-browser";

    public SecretText? Read(HttpContext context) =>
        context.Request.Cookies[Name] is { Length: BearerSecret.Length } value ? new SecretText(value) : null;

    public void Write(HttpContext context, SecretText secret) => context.Response.Cookies.Append(Name, secret.Reveal(), new CookieOptions
    {
        HttpOnly = true,
        Secure = options.IsHttps,
        SameSite = SameSiteMode.Lax,
        Path = "/",
        IsEssential = true,
    });
}
