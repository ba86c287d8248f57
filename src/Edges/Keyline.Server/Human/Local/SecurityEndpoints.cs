using Keyline.Identity.Access;
using Keyline.Identity.Authenticators.Account;
using Keyline.Identity.Authenticators.Passkeys;
using Keyline.Identity.Authenticators.Passwords;
using Keyline.Portal.Frame;
using Keyline.Portal.Requests;
using Keyline.Secrets;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Keyline.Server.Human.Local;

/// <summary>"My account": password, authenticator app, passkeys, recovery codes.</summary>
internal static class SecurityEndpoints
{
    private const string Base = "/t/{tenant}/account/security";

    public static void MapAccountSecurity(this IEndpointRouteBuilder routes)
    {
        Page(routes, Base, ShowAsync);
        Page(routes, $"{Base}/totp", ShowTotpAsync);
        Form(routes, $"{Base}/password", ChangePasswordAsync);
        Form(routes, $"{Base}/totp", ConfirmTotpAsync);
        Form(routes, $"{Base}/totp/remove", RemoveTotpAsync);
        Form(routes, $"{Base}/passkeys", AddPasskeyAsync);
        Form(routes, $"{Base}/passkeys/{{passkey:guid}}/remove", RemovePasskeyAsync);
        Form(routes, $"{Base}/recovery-codes", RenewCodesAsync);
    }

    private static void Page(IEndpointRouteBuilder routes, string path, Delegate handler) =>
        routes.MapGet(path, handler).WithMetadata(AccessRule.SignedIn);

    private static void Form(IEndpointRouteBuilder routes, string path, Delegate handler) =>
        routes.MapPost(path, handler).WithMetadata(AccessRule.SignedIn).DisableAntiforgery();

    private static Task<IResult> ShowAsync(HttpContext context, SecurityPages pages, CancellationToken ct) => pages.ShowAsync(context, null, ct);

    private static async Task<IResult> ShowTotpAsync(HttpContext context, SecurityPages pages, TotpEnrolment totp, CancellationToken ct)
    {
        var offer = await totp.BeginAsync(context.SignedIn(), context.Client(), ct);
        return offer.Ok ? SecurityPages.Totp(context, offer.Value, null) : await pages.ShowAsync(context, offer.Fault, ct);
    }

    private static async Task<IResult> ChangePasswordAsync(
        HttpContext context, [FromForm] string? old, [FromForm] string? password, [FromForm] string? again, SecurityPages pages,
        ChangePassword change, CancellationToken ct)
    {
        if (password != again)
        {
            return await pages.ShowAsync(context, AccountWords.NotTheSame, ct);
        }

        var former = old is { Length: > 0 } ? new SecretText(old) : null;
        var changed = await change.RunAsync(context.SignedIn(), former, new SecretText(password ?? ""), context.Client(), ct);
        return changed.Ok ? Back(context, FlashCode.PasswordChanged) : await pages.ShowAsync(context, changed.Fault, ct);
    }

    private static async Task<IResult> ConfirmTotpAsync(
        HttpContext context, [FromForm] string? code, SecurityPages pages, TotpEnrolment totp, CancellationToken ct)
    {
        var confirmed = await totp.ConfirmAsync(context.SignedIn(), code ?? "", context.Client(), ct);
        if (confirmed.Ok)
        {
            return SecurityPages.Enrolled(context, confirmed.Value);
        }

        return confirmed.Fault.Code == AccountFaultCode.WrongCode
            && await totp.BeginAsync(context.SignedIn(), context.Client(), ct) is { Ok: true, Value: { } offer }
            ? SecurityPages.Totp(context, offer, AccountWords.Of(confirmed.Fault, PasswordRules.MinLengthAlone))
            : await pages.ShowAsync(context, confirmed.Fault, ct);
    }

    private static async Task<IResult> RemoveTotpAsync(HttpContext context, SecurityPages pages, TotpEnrolment totp, CancellationToken ct)
    {
        var removed = await totp.RemoveAsync(context.SignedIn(), context.Client(), ct);
        return removed.Ok ? Back(context, FlashCode.SecondFactorRemoved) : await pages.ShowAsync(context, removed.Fault, ct);
    }

    private static async Task<IResult> AddPasskeyAsync(
        HttpContext context, [FromForm] string? name, [FromForm] string? credential, SecurityPages pages, PasskeyEnrolment passkeys,
        CancellationToken ct)
    {
        var added = await passkeys.FinishAsync(context.SignedIn(), name ?? "", credential ?? "", context.Client(), ct);
        return added.Ok ? SecurityPages.Enrolled(context, added.Value) : await pages.ShowAsync(context, added.Fault, ct);
    }

    private static async Task<IResult> RemovePasskeyAsync(
        HttpContext context, Guid passkey, SecurityPages pages, PasskeyEnrolment passkeys, CancellationToken ct)
    {
        var removed = await passkeys.RemoveAsync(context.SignedIn(), new PasskeyId(passkey), context.Client(), ct);
        return removed.Ok ? Back(context, FlashCode.SecondFactorRemoved) : await pages.ShowAsync(context, removed.Fault, ct);
    }

    private static async Task<IResult> RenewCodesAsync(HttpContext context, SecurityPages pages, RenewRecoveryCodes renew, CancellationToken ct)
    {
        var renewed = await renew.RunAsync(context.SignedIn(), context.Client(), ct);
        return renewed.Ok ? SecurityPages.Enrolled(context, renewed.Value) : await pages.ShowAsync(context, renewed.Fault, ct);
    }

    private static RedirectHttpResult Back(HttpContext context, FlashCode done)
    {
        context.Flash(done);
        return TypedResults.LocalRedirect($"/t/{context.Tenant().Slug}/account/security");
    }
}
