using System.Text.Json;
using Keyline.Identity.Access;
using Keyline.Identity.Federation;
using Keyline.Identity.Roles;
using Keyline.Identity.SignIn;
using Keyline.Identity.SignIn.Invitations;
using Keyline.Identity.SignIn.Testing;
using Keyline.Identity.SignIn.Traces;
using Keyline.Portal.Connections;
using Keyline.Portal.Requests;
using Keyline.Secrets;
using Keyline.Server.Human.Limits;

namespace Keyline.Server.Human.SignIn;

/// <summary>Tests of connections, invitations, and what came of them.</summary>
internal static class TestEndpoints
{
    public static void MapTests(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/t/{tenant}/test/{connection}", Begin).WithMetadata(AccessRule.Has(Permissions.ConnectionsChange)).RequireRateLimiting(RateLimits.Expensive);
        routes.MapGet("/t/{tenant}/test-result/{id:guid}", Show)
            .WithMetadata(AccessRule.OwnProof("the cookie of the browser that began the test"));
        routes.MapGet("/t/{tenant}/link/{token}", Redeem).WithMetadata(AccessRule.OwnProof("the token of an invitation"));
        routes.MapGet("/t/{tenant}/api/sign-in-traces/{reference}", Trace).WithMetadata(AccessRule.Has(Permissions.AuditRead)).RequireRateLimiting(RateLimits.Api);
    }

    private static async Task<IResult> Begin(
        HttpContext context, string connection, IConnectionStore connections, StartSignIn start, SignInAnswers answers, BrowserCookie browser,
        CancellationToken ct)
    {
        var tenant = context.Tenant();
        if (await connections.FindAsync(tenant.Id, connection, ct) is not { } found)
        {
            return TypedResults.NotFound();
        }

        var wanted = new NewSignIn
        {
            Tenant = tenant,
            Connection = found,
            Purpose = SignInPurpose.Test,
            ReturnPath = ReturnPath.Or($"/t/{tenant.Slug}/console/connections/{found.Slug}/test", tenant.Slug),
            Browser = browser.Read(context),
            PersonId = context.SignedIn().Person.Id,
        };
        return answers.Begin(context, await start.StartAsync(wanted, context.Client(), ct));
    }

    private static async Task<IResult> Show(HttpContext context, Guid id, ReadTestResult results, BrowserCookie browser, CancellationToken ct) =>
        await results.FindAsync(context.Tenant().Id, new TransactionId(id), browser.Read(context), ct) is not { } result ? TypedResults.NotFound()
            : context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal) ? TestResultAnswer.Show(context, result)
            : TypedResults.Json(result, JsonSerializerOptions.Web);

    private static async Task<IResult> Redeem(
        HttpContext context, string token, RedeemInvitation invitations, StartSignIn start, SignInAnswers answers, BrowserCookie browser,
        FinishSignIn finish, CancellationToken ct)
    {
        var tenant = context.Tenant();
        var wanted = await invitations.RedeemAsync(tenant, new SecretText(token), browser.Read(context), ct);
        if (wanted.Ok)
        {
            return answers.Begin(context, await start.StartAsync(wanted.Value, context.Client(), ct));
        }

        var asked = new SignInContext
        {
            Tenant = tenant,
            Purpose = SignInPurpose.Link,
            Client = context.Client(),
            ReturnPath = ReturnPath.Home(tenant.Slug).Value,
        };
        return answers.Finish(context, await finish.RefuseAsync(wanted.Fault, asked, null, ct));
    }

    private static async Task<IResult> Trace(HttpContext context, string reference, ITraceStore traces, CancellationToken ct)
    {
        if (reference.Length > SignInTrace.MaxReferenceLength || await traces.FindAsync(context.Tenant().Id, reference, ct) is not { } trace)
        {
            return TypedResults.NotFound();
        }

        return TypedResults.Json(new { trace, advice = Advice.For(trace.Code).Administrator }, JsonSerializerOptions.Web);
    }
}
