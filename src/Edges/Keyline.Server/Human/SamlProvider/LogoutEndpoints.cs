using System.Diagnostics;
using Keyline.Identity.SamlProvider;
using Keyline.Identity.SamlProvider.Logout;
using Keyline.Portal;
using Keyline.Portal.Frame;
using Keyline.Portal.Requests;
using Keyline.Portal.SignIn;

namespace Keyline.Server.Human.SamlProvider;

/// <summary>Single logout: apps that sign people out, and their answers when they were told to.</summary>
internal static class LogoutEndpoints
{
    public static async Task<IResult> ReceiveQueryAsync(HttpContext context, ReceiveLogout receive, CancellationToken ct) =>
        Show(context, await receive.ReceiveAsync(
            SignOnEndpoints.From(context), ProviderInput.OfQuery(context.Request.QueryString.Value ?? ""), ct));

    public static async Task<IResult> ReceiveFormAsync(HttpContext context, ReceiveLogout receive, CancellationToken ct) =>
        Show(context, await receive.ReceiveAsync(SignOnEndpoints.From(context), await MessageForm.ReadAsync(context.Request, ct), ct));

    /// <summary>The next step of a sign-out, as an answer to the browser.</summary>
    public static IResult Show(HttpContext context, LogoutOutcome outcome) => outcome switch
    {
        LogoutOutcome.Redirect step when HttpMethods.IsGet(context.Request.Method) => Results.Redirect(step.Address),
        // A browser holds the redirects after a form to its page's policy: the next page moves on by itself instead.
        LogoutOutcome.Redirect step => Page.Of<HandOffPage>(new HandOffModel(step.Address, step.AppName, context.Tenant().Name)),
        LogoutOutcome.Post step => SignOnEndpoints.PostOn(context, step.Form, step.AppName),
        LogoutOutcome.Done { ReturnPath: { } path } => Results.LocalRedirect(path),
        LogoutOutcome.Done done => Page.Of<SignedOutPage>(new SignedOutModel
        {
            TenantName = context.Tenant().Name,
            SignInHref = new TenantPaths(context.Tenant().Slug.Value).Home,
            ProviderEnded = done.Partial ? false : null,
        }),
        LogoutOutcome.Refused refused => ProviderPages.Refuse(context, refused.Fault, refused.Reference),
        _ => throw new UnreachableException(),
    };
}
