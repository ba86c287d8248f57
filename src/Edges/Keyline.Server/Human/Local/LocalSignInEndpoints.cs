using System.Diagnostics;
using Keyline.Identity.Access;
using Keyline.Identity.Authenticators;
using Keyline.Identity.LocalSignIn;
using Keyline.Identity.SignIn;
using Keyline.Portal.Requests;
using Keyline.Secrets;
using Microsoft.AspNetCore.Mvc;

namespace Keyline.Server.Human.Local;

/// <summary>Sign-in with a password that Keyline keeps: break-glass accounts, and people who may.</summary>
internal static class LocalSignInEndpoints
{
    private static readonly AccessRule _anyone = AccessRule.Anonymous("sign-in with a local password");
    private static readonly AccessRule _inProgress = AccessRule.OwnProof("a local sign-in under way");

    public static void MapLocalSignIn(this IEndpointRouteBuilder routes)
    {
        // The gate refuses posts from other sites; no token in the form is needed.
        routes.MapGet("/t/{tenant}/local", Show).WithMetadata(_anyone);
        routes.MapPost("/t/{tenant}/local", BeginAsync).WithMetadata(_anyone).DisableAntiforgery();
        routes.MapGet("/t/{tenant}/local/second-factor", AskAsync).WithMetadata(_inProgress);
        routes.MapPost("/t/{tenant}/local/second-factor", FinishAsync).WithMetadata(_inProgress).DisableAntiforgery();
    }

    private static IResult Show(HttpContext context, [FromQuery(Name = "return")] string? back) =>
        LocalPages.SignIn(context, ReturnPath.Or(back, context.Tenant().Slug).Value, username: null, error: null, StatusCodes.Status200OK);

    private static async Task<IResult> BeginAsync(
        HttpContext context, [FromForm] string? username, [FromForm] string? password, [FromForm(Name = "return")] string? back,
        BeginLocalSignIn begin, LocalAnswers answers, CancellationToken ct)
    {
        var path = ReturnPath.Or(back, context.Tenant().Slug);
        var outcome = await begin.RunAsync(answers.Request(context), username ?? "", new SecretText(password ?? ""), path, ct);
        return answers.Of(context, outcome, path.Value, username);
    }

    private static async Task<IResult> AskAsync(HttpContext context, LocalTransactions transactions, LocalCookies cookies, CancellationToken ct) =>
        await LocalPages.SecondFactorAsync(context, transactions, cookies, error: null, StatusCodes.Status200OK, ct);

    private static async Task<IResult> FinishAsync(
        HttpContext context, [FromForm] string? method, [FromForm] string? code, [FromForm] string? credential, FinishLocalSignIn finish,
        LocalTransactions transactions, LocalCookies cookies, LocalAnswers answers, CancellationToken ct)
    {
        if (cookies.ReadTransaction(context, context.Tenant().Slug) is not { } secret)
        {
            return LocalPages.Over(context);
        }

        var proof = method switch
        {
            "passkey" => new SecondFactorProof(SecondFactor.Passkey, new SecretText(credential ?? "")),
            "recovery" => new SecondFactorProof(SecondFactor.RecoveryCode, new SecretText(code ?? "")),
            _ => new SecondFactorProof(SecondFactor.Totp, new SecretText(code ?? "")),
        };
        return await finish.RunAsync(answers.Request(context), secret, proof, ct) switch
        {
            LocalOutcome.Refused => await LocalPages.SecondFactorAsync(
                context, transactions, cookies, "That was not accepted. Check it and try again.", StatusCodes.Status400BadRequest, ct),
            LocalOutcome.Wait wait => await LocalPages.SecondFactorAsync(
                context, transactions, cookies, LocalPages.InWords(wait), StatusCodes.Status429TooManyRequests, ct),
            LocalOutcome.Over => LocalPages.Over(context),
            LocalOutcome.SignedIn done => answers.SignedIn(context, done),
            _ => throw new UnreachableException(),
        };
    }
}
