using Keyline.Identity.Access;
using Keyline.Identity.Federation;
using Keyline.Identity.SamlProvider;
using Keyline.Identity.SamlProvider.Logout;
using Keyline.Portal;
using Keyline.Portal.Requests;
using Keyline.Portal.SignIn;
using Keyline.Server.Human.Access;
using Keyline.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Keyline.Server.Human.SignIn;

/// <summary>The end of a session that a person asks for.</summary>
internal static class LogoutEndpoints
{
    private static readonly AccessRule _anyone = AccessRule.Anonymous("signing out works for whoever is signed in, and says so to whoever is not");

    public static void MapLogout(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/t/{tenant}/logout", ByLink).WithMetadata(_anyone);
        routes.MapPost("/t/{tenant}/logout", End).WithMetadata(_anyone);
        routes.MapGet("/t/{tenant}/signed-out", Show).WithMetadata(_anyone);
    }

    // A link on another site must not sign anybody out: only a page of ours, or the address typed.
    private static async Task<IResult> ByLink(
        HttpContext context, SignOut signOut, LeaveApps apps, SessionCookie cookie, LogoutCookie pending, CancellationToken ct) =>
        context.Request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none"
            ? await End(context, signOut, apps, cookie, pending, ct)
            : TypedResults.LocalRedirect($"/t/{context.Tenant().Slug}/");

    private static async Task<IResult> End(
        HttpContext context, SignOut signOut, LeaveApps apps, SessionCookie cookie, LogoutCookie pending, CancellationToken ct)
    {
        if (context.SignedInOrNull() is not { } signedIn)
        {
            return Show(context);
        }

        var step = await signOut.SignOutAsync(signedIn, context.Client(), ct);
        cookie.Clear(context, signedIn.Tenant.Slug);
        if (step is null)
        {
            var from = new ProviderRequest(signedIn.Tenant, null, context.Client());
            return await apps.BeginAsync(from, signedIn.Session.Id, $"/t/{signedIn.Tenant.Slug}/signed-out", ct) is { } told
                ? SamlProvider.LogoutEndpoints.Show(context, told)
                : TypedResults.LocalRedirect($"/t/{signedIn.Tenant.Slug}/signed-out");
        }

        pending.Write(context, step.RequestId);
        return SignInAnswers.Step(context, step.Step);
    }

    private static RazorComponentResult<SignedOutPage> Show(HttpContext context) => SignedOut(context.Tenant(), null);

    internal static RazorComponentResult<SignedOutPage> SignedOut(Tenant tenant, bool? providerEnded) => Page.Of<SignedOutPage>(new SignedOutModel
    {
        TenantName = tenant.Name,
        SignInHref = $"/t/{tenant.Slug}/",
        ProviderEnded = providerEnded,
    });
}
