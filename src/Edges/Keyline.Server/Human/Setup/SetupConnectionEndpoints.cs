using Keyline.Identity.Access;
using Keyline.Identity.Federation;
using Keyline.Identity.Federation.Managing;
using Keyline.Identity.Federation.Oidc;
using Keyline.Identity.SetupLinks;
using Keyline.Identity.SignIn;
using Keyline.Portal.Requests;
using Keyline.Server.Human.Admin.Connections;
using Keyline.Server.Human.Admin.Shape;
using Keyline.Server.Human.Limits;
using Keyline.Server.Human.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Keyline.Server.Human.Setup;

/// <summary>The one connection of a set-up link: make it, name the IdP, test it, switch it on.</summary>
internal static class SetupConnectionEndpoints
{
    public static void MapSetupConnection(this IEndpointRouteBuilder routes)
    {
        var connection = routes.MapGroup(SetupPaths.Root + "/connection").WithMetadata(AccessRule.OwnProof("set-up link"))
            .WithMetadata(new SetupEndpoint(NeedsSession: true)).RequireRateLimiting(RateLimits.Anonymous).WithTags("setup");
        connection.MapPost("", CreateAsync).WithSummary("Makes the link's connection from a preset.");
        connection.MapPut("metadata", ReadAsync).WithSummary("Reads the IdP's SAML metadata.").RequireRateLimiting(RateLimits.Expensive);
        connection.MapPut("oidc", SetOidcAsync).WithSummary("Names the issuer and our client there.");
        connection.MapPost("test", TestAsync).WithSummary("Begins a test sign-in in this browser.");
        connection.MapPost("enable", EnableAsync).WithSummary("Switches the connection on, after a test that succeeded.");
    }

    private static async Task<Results<Ok<ConnectionJson>, ProblemHttpResult>> CreateAsync(
        HttpContext context, NewConnectionBody body, CreateConnection create, CancellationToken ct) =>
        ConnectionFaults.Answer(await create.CreateAsync(context.Setup(), body.Preset, body.Name, ct));

    private static Task<Results<Ok<ConnectionJson>, ProblemHttpResult>> ReadAsync(
        HttpContext context, MetadataBody body, SetupConnection setup, ReadSamlMetadata metadata, CancellationToken ct) =>
        ChangeAsync(context, setup, (right, connection) => body.Xml is { } xml
            ? metadata.FromTextAsync(right, connection.Id, xml, body.EntityId, ct)
            : metadata.FromAddressAsync(right, connection.Id, body.Address, body.EntityId, ct), ct);

    private static Task<Results<Ok<ConnectionJson>, ProblemHttpResult>> SetOidcAsync(
        HttpContext context, OidcBody body, SetupConnection setup, ChangeOidcSettings change, CancellationToken ct) =>
        ChangeAsync(context, setup, (right, connection) => change.ChangeAsync(
            right, connection.Id, body.ToChange(connection.Settings as OidcConnectionSettings ?? new OidcConnectionSettings()), ct), ct);

    private static Task<Results<Ok<ConnectionJson>, ProblemHttpResult>> EnableAsync(
        HttpContext context, SetupConnection setup, EnableConnection enable, CancellationToken ct) =>
        ChangeAsync(context, setup, (right, connection) => enable.EnableAsync(right, connection.Id, untested: false, ct), ct);

    private static async Task<IResult> TestAsync(
        HttpContext context, SetupConnection setup, StartSignIn start, SignInAnswers answers, BrowserCookie browser, CancellationToken ct)
    {
        if (await setup.FindAsync(context.Setup(), ct) is not { } connection)
        {
            return ApiProblem.NotFound;
        }

        var wanted = new NewSignIn
        {
            Tenant = context.Tenant(),
            Connection = connection,
            Purpose = SignInPurpose.Test,
            ReturnPath = ReturnPath.Or(context.Request.Path.Value?.Replace("/connection/test", "/steps/test", StringComparison.Ordinal), context.Tenant().Slug),
            Browser = browser.Read(context),
        };
        return answers.Begin(context, await start.StartAsync(wanted, context.Client(), ct));
    }

    private static async Task<Results<Ok<ConnectionJson>, ProblemHttpResult>> ChangeAsync(
        HttpContext context, SetupConnection setup, Func<ConnectionRight, Connection, Task<Result<Connection, ConnectionFault>>> change,
        CancellationToken ct)
    {
        var session = context.Setup();
        if (await setup.FindAsync(session, ct) is not { } connection)
        {
            return ApiProblem.NotFound;
        }

        var right = ConnectionRight.Of(session);
        return right.Ok ? ConnectionFaults.Answer(await change(right.Value, connection)) : ConnectionFaults.Problem(right.Fault);
    }
}
