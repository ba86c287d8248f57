using Keyline.Identity.Access;
using Keyline.Identity.Federation;
using Keyline.Identity.Federation.Oidc;
using Keyline.Portal.Requests;
using Keyline.Server.Human.SignIn;

namespace Keyline.Server.Human.OpenId;

/// <summary>Keyline as a relying party, one address a connection.</summary>
internal static class OidcEndpoints
{
    private static readonly string[] _fields = ["state", "code", "iss", "error", "error_description"];
    private static readonly AccessRule _response = AccessRule.OwnProof("a provider's answer to a request of this browser");

    public static void MapOidc(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/t/{tenant}/oidc/{connection}/callback", Query).WithMetadata(_response);
        routes.MapPost("/t/{tenant}/oidc/{connection}/callback", Form)
            .WithMetadata(_response, new CrossSitePost("the provider's page posts the answer"));
        routes.MapPost("/t/{tenant}/oidc/{connection}/backchannel-logout", BackChannelLogout)
            .WithMetadata(AccessRule.OwnProof("a logout token that the provider signed"), new CrossSitePost("the provider's server posts the logout token"));
    }

    private static async Task<IResult> BackChannelLogout(
        HttpContext context, string connection, IConnectionStore connections, OidcSignOut signOut, CancellationToken ct)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (await connections.FindAsync(context.Tenant().Id, connection, ct) is not { Settings: OidcConnectionSettings } found)
        {
            return TypedResults.NotFound();
        }

        using var reader = new StreamReader(context.Request.Body);
        var ended = await signOut.TakeAsync(context.Tenant(), found, await reader.ReadToEndAsync(ct), context.Client(), ct);
        return ended.Ok
            ? TypedResults.Ok()
            : TypedResults.BadRequest(new Dictionary<string, string> { ["error"] = "invalid_request", ["error_description"] = ended.Fault.AdviceKey });
    }

    private static async Task<IResult> Query(
        HttpContext context, string connection, IConnectionStore connections, FinishOidcSignIn finish, SignInAnswers answers,
        BrowserCookie browser, CancellationToken ct) =>
        await connections.FindAsync(context.Tenant().Id, connection, ct) is { Settings: OidcConnectionSettings } found
            ? answers.Finish(context, await finish.FinishAsync(
                context.Tenant(), found, context.Request.QueryString.Value?.TrimStart('?') ?? "", browser.Read(context), context.Client(), ct))
            : TypedResults.NotFound();

    // A form that a browser sends across sites carries no Lax cookie: the page posts it once more from here.
    private static async Task<IResult> Form(
        HttpContext context, string connection, IConnectionStore connections, FinishOidcSignIn finish, SignInAnswers answers,
        BrowserCookie browser, CancellationToken ct)
    {
        if (await connections.FindAsync(context.Tenant().Id, connection, ct) is not { Settings: OidcConnectionSettings } found)
        {
            return TypedResults.NotFound();
        }

        var form = await FormFields.ReadAsync(context.Request, ct);
        var fields = _fields.Select(name => KeyValuePair.Create(name, form.Find(name) ?? "")).Where(field => field.Value.Length > 0).ToList();
        if (browser.Read(context) is null && form.Find(FormFields.Again) is null)
        {
            return SignInAnswers.PostAgain(context, fields);
        }

        var parameters = QueryString.Create(fields.Select(field => KeyValuePair.Create(field.Key, (string?)field.Value)));
        return answers.Finish(context, await finish.FinishAsync(
            context.Tenant(), found, parameters.Value?.TrimStart('?') ?? "", browser.Read(context), context.Client(), ct));
    }
}
