using Keyline.Portal.Requests;
using Microsoft.AspNetCore.Http;

namespace Keyline.Portal.Frame;

/// <summary>Carries a notice over the redirect that follows a post: a code in a cookie that lives for a minute.</summary>
public static class FlashCookie
{
    private const string Name = "keyline-flash";

    /// <summary>Says on the next page what was done.</summary>
    public static void Flash(this HttpContext context, FlashCode code) =>
        context.Response.Cookies.Append(Name, code.ToString(), Settings(context, TimeSpan.FromMinutes(1)));

    /// <summary>The notice for this page, once.</summary>
    internal static Flash? Take(HttpContext context)
    {
        if (context.Request.Cookies[Name] is not { } value)
        {
            return null;
        }

        context.Response.Cookies.Delete(Name, Settings(context, null));
        return Enum.TryParse<FlashCode>(value, out var code) && Enum.IsDefined(code) ? new Flash(NoticeKind.Success, Text(code)) : null;
    }

    private static string Text(FlashCode code) => code switch
    {
        FlashCode.Saved => "Saved.",
        FlashCode.Added => "Added.",
        FlashCode.Removed => "Removed.",
        FlashCode.SessionEnded => "The session has ended, and the pages that were open with it are closed.",
        FlashCode.SessionsEnded => "All sessions have ended, and the pages that were open with them are closed.",
        FlashCode.PersonDeactivated => "The person is deactivated. Everything they held has ended.",
        FlashCode.PersonReactivated => "The person may sign in again.",
        FlashCode.RoleGiven => "The role is given. It counts from now on.",
        FlashCode.RoleTakenBack => "The role is taken back. It counts no more.",
        FlashCode.DomainVerified => "The domain is verified.",
        FlashCode.Invited => "The invitation is on its way.",
        FlashCode.TenantCreated => "The tenant is there. Its administrators need a way in next: a break-glass account or a set-up link.",
        FlashCode.PasswordChanged => "The password is changed. Your other sessions have ended.",
        FlashCode.SecondFactorRemoved => "It is removed. Your other sessions have ended.",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static CookieOptions Settings(HttpContext context, TimeSpan? age) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Path = new TenantPaths(context.Tenant().Slug.Value).Home,
        MaxAge = age,
        IsEssential = true,
    };
}
