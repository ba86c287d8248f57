using Keyline.Server.Hosting;

namespace Keyline.Server.Human.SignIn;

/// <summary>Remembers for a short while which logout request this browser carries the answer to. It opens nothing.</summary>
public sealed class LogoutCookie(KeylineOptions options)
{
    private const int MaxLength = 100;

    private string Name => options.IsHttps ? "__Host-keyline-logout" : "keyline-logout";

    public string? Take(HttpContext context)
    {
        var value = context.Request.Cookies[Name];
        if (value is not null)
        {
            context.Response.Cookies.Delete(Name, Settings(null));
        }

        return value is { Length: > 0 and <= MaxLength } ? value : null;
    }

    public void Write(HttpContext context, string requestId)
    {
        if (requestId.Length > 0)
        {
            context.Response.Cookies.Append(Name, requestId, Settings(TimeSpan.FromMinutes(10)));
        }
    }

    private CookieOptions Settings(TimeSpan? age) => new()
    {
        HttpOnly = true,
        Secure = options.IsHttps,
        SameSite = SameSiteMode.Lax,
        Path = "/",
        MaxAge = age,
        IsEssential = true,
    };
}
