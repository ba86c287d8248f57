using Keyline.Identity.Access;
using Keyline.Identity.Federation;
using Keyline.Identity.Federation.Ldap;
using Keyline.Identity.SignIn;
using Keyline.Identity.SignIn.Traces;
using Keyline.Portal;
using Keyline.Portal.Requests;
using Keyline.Portal.SignIn;
using Keyline.Secrets;
using Keyline.Server.Human.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Keyline.Server.Human.Directory;

/// <summary>The form for a directory's password.</summary>
internal static class LdapEndpoints
{
    private static readonly AccessRule _anyone = AccessRule.OwnProof("a directory's password, in the browser that began");

    public static void MapLdap(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/t/{tenant}/ldap/{connection}", Show).WithMetadata(AccessRule.Anonymous("the form for a directory's password"));
        routes.MapPost("/t/{tenant}/ldap/{connection}", SignIn).WithMetadata(_anyone).DisableAntiforgery();
    }

    private static async Task<IResult> Show(
        HttpContext context, string connection, string? state, string? hint, IConnectionStore connections, CancellationToken ct) =>
        await connections.FindAsync(context.Tenant().Id, connection, ct) is { Settings: LdapConnectionSettings }
            ? FormPage(context, connection, state, hint, null, StatusCodes.Status200OK)
            : TypedResults.NotFound();

    private static async Task<IResult> SignIn(
        HttpContext context, string connection, string? state, IConnectionStore connections, FinishLdapSignIn finish, SignInAnswers answers,
        BrowserCookie browser, CancellationToken ct)
    {
        if (await connections.FindAsync(context.Tenant().Id, connection, ct) is not { Settings: LdapConnectionSettings } found)
        {
            return TypedResults.NotFound();
        }

        var fields = await FormFields.ReadAsync(context.Request, ct);
        var form = new LdapForm(
            Secret(state), fields.Find("username"), Secret(fields.Find("password")), browser.Read(context), context.Connection.RemoteIpAddress);
        var outcome = await finish.FinishAsync(context.Tenant(), found, form, context.Client(), ct);
        return outcome is SignInOutcome.Refused { Fault.Code: SignInFaultCode.WrongCredentials or SignInFaultCode.Throttled } again
            ? FormPage(context, connection, state, form.UserName, again, SignInAnswers.StatusOf(again))
            : answers.Finish(context, outcome);
    }

    private static RazorComponentResult<LocalSignInPage> FormPage(
        HttpContext context, string connection, string? state, string? userName, SignInOutcome.Refused? refused, int status)
    {
        var tenant = context.Tenant();
        return Page.Of<LocalSignInPage>(
            new LocalSignInModel
            {
                TenantName = tenant.Name,
                Action = $"/t/{tenant.Slug}/ldap/{connection}?state={Uri.EscapeDataString(state ?? "")}",
                OtherWayHref = $"/t/{tenant.Slug}/",
                Username = userName is { Length: <= 254 } ? userName : null,
                Error = refused is null ? null : $"{Advice.For(refused.Fault.Code).Title}. {Advice.For(refused.Fault.Code).Person} ({refused.Reference})",
            },
            status);
    }

    private static SecretText? Secret(string? text) => text is { Length: > 0 and <= 1024 } ? new SecretText(text) : null;
}
