using System.Diagnostics;
using Keyline.Identity.Access;
using Keyline.Identity.Federation;
using Keyline.Identity.Federation.Saml;
using Keyline.Portal.Requests;
using Keyline.Saml;
using Keyline.Saml.Bindings;
using Keyline.Server.Human.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Keyline.Server.Human.Saml;

/// <summary>Keyline as a SAML service provider, one address a connection.</summary>
internal static class SamlEndpoints
{
    private const string MetadataType = "application/samlmetadata+xml";

    private static readonly AccessRule _logout = AccessRule.OwnProof("a logout message that the IdP signed");

    public static void MapSaml(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/t/{tenant}/saml/{connection}/metadata", Metadata)
            .WithMetadata(AccessRule.Anonymous("an IdP reads our metadata"));
        routes.MapPost("/t/{tenant}/saml/{connection}/acs", Consume)
            .WithMetadata(AccessRule.OwnProof("a signed response to a request of this browser"), new CrossSitePost("the IdP's page posts the response"));
        routes.MapGet("/t/{tenant}/saml/{connection}/slo", LogoutByQuery).WithMetadata(_logout);
        routes.MapPost("/t/{tenant}/saml/{connection}/slo", LogoutByForm)
            .WithMetadata(_logout, new CrossSitePost("the IdP's page posts the logout message"));
    }

    private static Task<IResult> LogoutByQuery(
        HttpContext context, string connection, IConnectionStore connections, SamlSignOut signOut, LogoutCookie pending, CancellationToken ct) =>
        Logout(context, connection, SamlMessageReader.ReadRedirect(context.Request.QueryString.Value ?? "", MessageLimits.Message),
            connections, signOut, pending, ct);

    private static async Task<IResult> LogoutByForm(
        HttpContext context, string connection, IConnectionStore connections, SamlSignOut signOut, LogoutCookie pending, CancellationToken ct)
    {
        var fields = await FormFields.ReadAsync(context.Request, ct);
        var message = SamlMessageReader.ReadPost(
            fields.Find("SAMLRequest"), fields.Find("SAMLResponse"), fields.Find("RelayState"), MessageLimits.Message);
        return await Logout(context, connection, message, connections, signOut, pending, ct);
    }

    private static async Task<IResult> Logout(
        HttpContext context, string connection, Result<IncomingMessage, SamlFault> message, IConnectionStore connections, SamlSignOut signOut,
        LogoutCookie pending, CancellationToken ct)
    {
        var tenant = context.Tenant();
        if (await connections.FindAsync(tenant.Id, connection, ct) is not { Settings: SamlConnectionSettings } found)
        {
            return TypedResults.NotFound();
        }

        return await signOut.TakeAsync(tenant, found, message, pending.Take(context), context.Client(), ct) switch
        {
            SamlSignOutOutcome.Finished finished => LogoutEndpoints.SignedOut(tenant, finished.Success),
            SamlSignOutOutcome.Ended { Answer: { } answer } => SignInAnswers.Step(context, answer),
            SamlSignOutOutcome.Ended => LogoutEndpoints.SignedOut(tenant, true),
            SamlSignOutOutcome.Refused refused => TypedResults.Problem(
                refused.Fault.AdviceKey, statusCode: 400, title: "The logout message was refused", type: "https://keyline.dev/problems/logout-refused"),
            _ => throw new UnreachableException(),
        };
    }

    private static async Task<Results<ContentHttpResult, NotFound>> Metadata(
        HttpContext context, string connection, IConnectionStore connections, SamlMetadata metadata, CancellationToken ct) =>
        await connections.FindAsync(context.Tenant().Id, connection, ct) is { Settings: SamlConnectionSettings } found
            ? TypedResults.Text(metadata.Write(context.Tenant(), found), MetadataType)
            : TypedResults.NotFound();

    private static async Task<IResult> Consume(
        HttpContext context, string connection, IConnectionStore connections, FinishSamlSignIn finish, SignInAnswers answers,
        BrowserCookie browser, CancellationToken ct)
    {
        if (await connections.FindAsync(context.Tenant().Id, connection, ct) is not { Settings: SamlConnectionSettings } found)
        {
            return TypedResults.NotFound();
        }

        var fields = await FormFields.ReadAsync(context.Request, ct);
        var form = new SamlResponseForm(fields.Find("SAMLResponse"), fields.Find("RelayState"), browser.Read(context));
        return form is { Browser: null, RelayState: not null, Response: not null } && fields.Find(FormFields.Again) is null
            ? SignInAnswers.PostAgain(context, [new("SAMLResponse", form.Response), new("RelayState", form.RelayState)])
            : answers.Finish(context, await finish.FinishAsync(context.Tenant(), found, form, context.Client(), ct));
    }
}
