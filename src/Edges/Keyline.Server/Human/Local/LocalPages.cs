using Keyline.Identity.LocalSignIn;
using Keyline.Portal;
using Keyline.Portal.Requests;
using Keyline.Portal.SignIn;

namespace Keyline.Server.Human.Local;

/// <summary>The pages of local sign-in.</summary>
internal static class LocalPages
{
    private const int MaxUsername = 254;

    public static IResult SignIn(HttpContext context, string returnPath, string? username, string? error, int status)
    {
        var tenant = context.Tenant();
        return Page.Of<LocalSignInPage>(
            new LocalSignInModel
            {
                TenantName = tenant.Name,
                Action = $"/t/{tenant.Slug}/local",
                OtherWayHref = $"/t/{tenant.Slug}/login?return={Uri.EscapeDataString(returnPath)}",
                Username = username is { Length: <= MaxUsername } ? username : null,
                ReturnPath = returnPath,
                Error = error,
            },
            status);
    }

    public static async Task<IResult> SecondFactorAsync(
        HttpContext context, LocalTransactions transactions, LocalCookies cookies, string? error, int status, CancellationToken ct)
    {
        var tenant = context.Tenant();
        if (cookies.ReadTransaction(context, tenant.Slug) is not { } secret || await transactions.AskAsync(tenant.Id, secret, ct) is not { } question)
        {
            return Over(context);
        }

        return Page.Of<SecondFactorPage>(
            new SecondFactorModel
            {
                TenantName = tenant.Name,
                Action = $"/t/{tenant.Slug}/local/second-factor",
                CancelHref = $"/t/{tenant.Slug}/local",
                PasskeyOptions = question.PasskeyOptions,
                HasTotp = question.HasTotp,
                HasRecoveryCodes = question.HasRecoveryCodes,
                Error = error,
            },
            status);
    }

    /// <summary>The sign-in took too long, had too many tries, or was finished already.</summary>
    public static IResult Over(HttpContext context)
    {
        var tenant = context.Tenant();
        return Page.Of<RefusalPage>(
            new RefusalModel
            {
                Title = "This sign-in is over",
                WhatHappened = "It took too long, there were too many wrong tries, or it was finished already.",
                WhatToDo = "Begin again with user name and password.",
                TenantName = tenant.Name,
                RetryHref = $"/t/{tenant.Slug}/local",
            },
            StatusCodes.Status400BadRequest);
    }

    public static string InWords(LocalOutcome.Wait wait) => wait.RetryAfter switch
    {
        { TotalSeconds: <= 60 } => $"There were too many tries. Wait {Math.Ceiling(wait.RetryAfter.TotalSeconds)} seconds, and try again.",
        { TotalMinutes: <= 60 } => $"There were too many tries. Wait {Math.Ceiling(wait.RetryAfter.TotalMinutes)} minutes, and try again.",
        _ => "There were too many tries from this network. Try again later, from another network, or from a browser that you have used before.",
    };
}
