using Microsoft.AspNetCore.Http;

namespace Keyline.Portal.Frame;

/// <summary>Light, dark, or as the system has it: a cookie that holds nothing else.</summary>
internal static class ThemeChoice
{
    public const string Cookie = "keyline-theme";

    /// <summary>The value for <c>data-theme</c>; null follows the system.</summary>
    public static string? Of(HttpContext? context) => context?.Request.Cookies[Cookie] switch
    {
        "light" => "light",
        "dark" => "dark",
        _ => null,
    };
}
