using System.Diagnostics;
using System.Globalization;
using Keyline.Identity.LocalSignIn;
using Keyline.Portal.Requests;
using Keyline.Server.Human.Access;

namespace Keyline.Server.Human.Local;

/// <summary>Maps how a step of a local sign-in ended to what a browser gets.</summary>
internal sealed class LocalAnswers(SessionCookie session, LocalCookies cookies)
{
    /// <summary>From where somebody signs in.</summary>
    public LocalSignInRequest Request(HttpContext context) => new()
    {
        Tenant = context.Tenant(),
        Client = context.Client(),
        Device = cookies.ReadDevice(context, context.Tenant().Slug),
        Replaces = context.SignedInOrNull()?.Session.Id,
    };

    /// <summary>The answer to the first page's form. All refusals look the same.</summary>
    public IResult Of(HttpContext context, LocalOutcome outcome, string returnPath, string? username)
    {
        switch (outcome)
        {
            case LocalOutcome.SignedIn done:
                return SignedIn(context, done);
            case LocalOutcome.SecondFactorNeeded needed:
                cookies.WriteTransaction(context, context.Tenant().Slug, needed.Transaction);
                return TypedResults.LocalRedirect($"/t/{context.Tenant().Slug}/local/second-factor");
            case LocalOutcome.Refused refused:
                return LocalPages.SignIn(context, returnPath, username,
                    $"That did not let you in. Check user name and password; if you may not sign in here, use another way. Reference: {refused.Reference}",
                    StatusCodes.Status400BadRequest);
            case LocalOutcome.Wait wait:
                context.Response.Headers.RetryAfter = Math.Ceiling(wait.RetryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                return LocalPages.SignIn(context, returnPath, username, LocalPages.InWords(wait), StatusCodes.Status429TooManyRequests);
            case LocalOutcome.Busy:
                context.Response.Headers.RetryAfter = "5";
                return LocalPages.SignIn(context, returnPath, username,
                    "Many people are signing in at this moment. Try again in a few seconds.", StatusCodes.Status429TooManyRequests);
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>The session begins: a new secret in the cookie, whatever the browser sent.</summary>
    public IResult SignedIn(HttpContext context, LocalOutcome.SignedIn done)
    {
        var tenant = context.Tenant().Slug;
        cookies.ClearTransaction(context, tenant);
        cookies.WriteDevice(context, tenant, done.Device);
        session.Write(context, tenant, done.Session.Secret);
        return TypedResults.LocalRedirect(done.ReturnPath);
    }
}
