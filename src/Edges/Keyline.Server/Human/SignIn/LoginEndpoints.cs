using System.Diagnostics;
using Keyline.Identity.Access;
using Keyline.Identity.Federation;
using Keyline.Identity.Sessions;
using Keyline.Identity.SignIn;
using Keyline.Portal;
using Keyline.Portal.Home;
using Keyline.Portal.Requests;
using Keyline.Portal.SignIn;
using Keyline.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Keyline.Server.Human.SignIn;

/// <summary>The first pages: who are you, and where do you sign in?</summary>
internal static class LoginEndpoints
{
    private static readonly AccessRule _anyone = AccessRule.Anonymous("the first page of a sign-in");

    public static void MapLogin(this IEndpointRouteBuilder routes)
    {
        // The gate refuses posts from other sites; no token in the form is needed.
        routes.MapGet("/", ShowFirst).WithMetadata(_anyone);
        routes.MapPost("/", FindFirst).WithMetadata(_anyone).DisableAntiforgery();
        routes.MapGet("/t/{tenant}/", ShowTenant).WithMetadata(_anyone);
        routes.MapPost("/t/{tenant}/", FindTenant).WithMetadata(_anyone).DisableAntiforgery();
        routes.MapGet("/t/{tenant}/login", Login).WithMetadata(_anyone);
    }

    private static RazorComponentResult<SignInPage> ShowFirst() => SignInPage(null, null, null);

    private static async Task<IResult> FindFirst([FromForm] string? identifier, FindConnection find, CancellationToken ct) =>
        await find.FindAsync(identifier, ct) switch
        {
            WhereToSignIn.At at => TypedResults.LocalRedirect(LoginPath(at.Tenant, at.Connection, null, identifier)),
            WhereToSignIn.OneOf several => TypedResults.LocalRedirect($"/t/{several.Tenant.Slug}/"),
            WhereToSignIn.Unknown => SignInPage(null, null, identifier,
                "We do not know this organisation. Use your company e-mail address, or open the address that your administrator gave you."),
            _ => throw new UnreachableException(),
        };

    // Whoever is signed in already is at the portal's first page.
    private static async Task<IResult> ShowTenant(HttpContext context, string? @return, CancellationToken ct) =>
        context.SignedInOrNull() is null ? SignInPage(context.Tenant(), @return, null) : await HomeEndpoint.ShowAsync(context, ct);

    private static async Task<IResult> FindTenant(
        HttpContext context, [FromForm] string? identifier, [FromForm] string? @return, FindConnection find, CancellationToken ct)
    {
        var tenant = context.Tenant();
        var path = ReturnPath.Or(@return, tenant.Slug);
        return await find.FindAsync(tenant, identifier, ct) switch
        {
            WhereToSignIn.At at => TypedResults.LocalRedirect(LoginPath(tenant, at.Connection, path, identifier)),
            WhereToSignIn.OneOf several => ChoosePage(tenant, several.Connections, path, identifier),
            _ => throw new UnreachableException(),
        };
    }

    private static async Task<IResult> Login(
        HttpContext context, [AsParameters] LoginQuery query, IConnectionStore connections, StartSignIn start, SignInAnswers answers,
        BrowserCookie browser, CancellationToken ct)
    {
        var tenant = context.Tenant();
        var path = ReturnPath.Or(query.Return, tenant.Slug);
        if (query.Connection is not { } slug)
        {
            return SignInPage(tenant, path.Value, null);
        }

        if (await connections.FindAsync(tenant.Id, slug, ct) is not { } connection)
        {
            return ChoosePage(tenant, [], path, null);
        }

        var wanted = new NewSignIn
        {
            Tenant = tenant,
            Connection = connection,
            ReturnPath = path,
            Browser = browser.Read(context),
            StepUpTo = Enum.TryParse<Assurance>(query.Level, ignoreCase: true, out var level) && level > Assurance.Aal1 ? level : null,
            LoginHint = query.Hint is { Length: <= 320 } hint ? hint : null,
        };
        return answers.Begin(context, await start.StartAsync(wanted, context.Client(), ct));
    }

    private static string LoginPath(Tenant tenant, Connection connection, ReturnPath? path, string? identifier) =>
        $"/t/{tenant.Slug}/login?connection={connection.Slug}"
        + (path is { } back ? $"&return={Uri.EscapeDataString(back.Value)}" : "")
        + (identifier is { Length: > 0 and <= 320 } ? $"&hint={Uri.EscapeDataString(identifier)}" : "");

    private static RazorComponentResult<SignInPage> SignInPage(Tenant? tenant, string? returnPath, string? identifier, string? error = null) =>
        Page.Of<SignInPage>(new SignInModel
        {
            Action = tenant is null ? "/" : $"/t/{tenant.Slug}/",
            TenantName = tenant?.Name,
            ReturnPath = tenant is not null && ReturnPath.TryParse(returnPath, tenant.Slug, out var path) ? path.Value : null,
            Identifier = identifier,
            Error = error,
        });

    private static RazorComponentResult<ChooseConnectionPage> ChoosePage(
        Tenant tenant, IReadOnlyList<Connection> connections, ReturnPath path, string? identifier) =>
        Page.Of<ChooseConnectionPage>(new ChooseConnectionModel
        {
            TenantName = tenant.Name,
            Ways =
            [
                .. connections.Select(connection => new WayIn(connection.Name, LoginPath(tenant, connection, path, identifier))),
                new WayIn("Password", $"/t/{tenant.Slug}/local?return={Uri.EscapeDataString(path.Value)}"),
            ],
            OtherAccountHref = $"/t/{tenant.Slug}/",
            Identifier = identifier,
        });
}
