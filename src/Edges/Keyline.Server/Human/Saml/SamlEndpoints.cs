using Keyline.Identity.Access;
using Keyline.Identity.Federation;
using Keyline.Identity.Federation.Saml;
using Keyline.Portal.Requests;
using Keyline.Server.Human.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Keyline.Server.Human.Saml;

/// <summary>Keyline as a SAML service provider, one address a connection.</summary>
internal static class SamlEndpoints
{
    private const string MetadataType = "application/samlmetadata+xml";

    public static void MapSaml(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/t/{tenant}/saml/{connection}/metadata", Metadata)
            .WithMetadata(AccessRule.Anonymous("an IdP reads our metadata"));
        routes.MapPost("/t/{tenant}/saml/{connection}/acs", Consume)
            .WithMetadata(AccessRule.OwnProof("a signed response to a request of this browser"), new CrossSitePost("the IdP's page posts the response"));
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
