using System.Diagnostics;
using Keyline.Identity.SamlProvider;
using Keyline.Identity.SamlProvider.SignOn;
using Keyline.Portal;
using Keyline.Portal.Frame;
using Keyline.Portal.Headers;
using Keyline.Portal.Requests;
using Keyline.Portal.SignIn;
using Keyline.Saml.Bindings;
using Keyline.Secrets;

namespace Keyline.Server.Human.SamlProvider;

/// <summary>An app's request, and the way back to it.</summary>
internal static class SignOnEndpoints
{
    public static Task<IResult> ReceiveQueryAsync(
        HttpContext context, ReceiveAuthnRequest receive, RequestCookie cookie, CancellationToken ct) =>
        ReceiveAsync(context, ProviderInput.OfQuery(context.Request.QueryString.Value ?? ""), receive, cookie, ct);

    public static async Task<IResult> ReceiveFormAsync(
        HttpContext context, ReceiveAuthnRequest receive, RequestCookie cookie, CancellationToken ct) =>
        await ReceiveAsync(context, await MessageForm.ReadAsync(context.Request, ct), receive, cookie, ct);

    public static async Task<IResult> ContinueAsync(
        HttpContext context, string? request, AnswerAuthnRequest answer, RequestCookie cookie, CancellationToken ct)
    {
        var state = request is { Length: BearerSecret.Length } ? new SecretText(request) : null;
        return await answer.AnswerAsync(From(context), state, pending => cookie.Read(context, pending), ct) switch
        {
            AnswerOutcome.Post post => PostOn(context, post.Form, post.AppName),
            AnswerOutcome.SignIn signIn => Results.LocalRedirect(SignInPath(context, signIn.Locally, request)),
            AnswerOutcome.Refused refused => ProviderPages.Refuse(context, refused.Fault, refused.Reference),
            _ => throw new UnreachableException(),
        };
    }

    internal static ProviderRequest From(HttpContext context) => new(context.Tenant(), context.SignedInOrNull(), context.Client());

    internal static IResult PostOn(HttpContext context, PostForm form, string appName)
    {
        context.AllowFormTo(form.Action);
        return Page.Of<PostOnPage>(
            new PostOnModel { Destination = form.Action, Values = form.Fields, To = appName, TenantName = context.Tenant().Name });
    }

    private static async Task<IResult> ReceiveAsync(
        HttpContext context, ProviderInput input, ReceiveAuthnRequest receive, RequestCookie cookie, CancellationToken ct)
    {
        switch (await receive.ReceiveAsync(From(context), input, ct))
        {
            case ReceiveOutcome.Kept kept:
                cookie.Write(context, context.Tenant().Slug, kept.Started);
                return Results.LocalRedirect(ContinuePath(context, kept.Started.State.Reveal()));
            case ReceiveOutcome.Refused refused:
                return ProviderPages.Refuse(context, refused.Fault, refused.Reference);
            default:
                throw new UnreachableException();
        }
    }

    private static string ContinuePath(HttpContext context, string? state) => $"/t/{context.Tenant().Slug}/saml/idp/continue?request={state}";

    private static string SignInPath(HttpContext context, bool locally, string? state)
    {
        var paths = new TenantPaths(context.Tenant().Slug.Value);
        return $"{(locally ? paths.Local : paths.Login)}?return={Uri.EscapeDataString(ContinuePath(context, state))}";
    }
}
