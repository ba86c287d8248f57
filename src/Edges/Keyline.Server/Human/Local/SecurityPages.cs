using Keyline.Identity.Authenticators.Account;
using Keyline.Identity.Authenticators.Passwords;
using Keyline.Identity.Authenticators.Totp;
using Keyline.Identity.Federation;
using Keyline.Identity.People;
using Keyline.Portal;
using Keyline.Portal.Authenticators;
using Keyline.Portal.Frame;
using Keyline.Portal.Requests;

namespace Keyline.Server.Human.Local;

/// <summary>The pages of "my account" about proving who one is.</summary>
internal sealed class SecurityPages(
    MyAuthenticators mine, PasskeyEnrolment passkeys, IIdentityLinks identities, IConnectionStore connections)
{
    public async Task<IResult> ShowAsync(HttpContext context, AccountFault? fault, CancellationToken ct)
    {
        var me = context.SignedIn();
        var overview = await mine.ReadAsync(me, ct);
        var mayAdd = overview is { Password: not null, IsFresh: true }
            ? await passkeys.BeginAsync(me, context.Client(), ct)
            : null;
        var minimum = PasswordRules.MinLength(overview.Factors.Any || me.Person.Kind == PersonKind.BreakGlass);
        var text = fault is null ? null : AccountWords.Of(fault, minimum);
        var aboutPassword = fault?.Code is AccountFaultCode.BadPassword or AccountFaultCode.WrongPassword;
        return Page.Of<SecurityPage>(
            context.Surroundings(),
            new SecurityModel
            {
                IsLocal = overview.Password is not null,
                ManagedBy = overview.Password is null ? await ManagersAsync(context, ct) : [],
                IsFresh = overview.IsFresh,
                SignInAgainHref = $"/t/{me.Tenant.Slug}/local?return={Uri.EscapeDataString($"/t/{me.Tenant.Slug}/account/security")}",
                PasswordSetAt = overview.Password?.SetAt,
                RotationDue = overview.Password?.RotationDueSince is not null,
                MinimumLength = minimum,
                HasTotp = overview.Factors.HasTotp,
                Passkeys =
                [
                    .. overview.Factors.Passkeys.Select(passkey =>
                        new PasskeyLine(passkey.Id.ToString(), passkey.Name, passkey.CreatedAt, passkey.LastUsedAt, passkey.BackedUp)),
                ],
                RecoveryCodesLeft = overview.Factors.RecoveryCodesLeft,
                PasskeyOptions = mayAdd is { Ok: true, Value: { } options } ? options : null,
                PasswordError = aboutPassword ? text : null,
                Error = aboutPassword ? null : text,
            },
            fault is null ? StatusCodes.Status200OK : AccountWords.StatusOf(fault));
    }

    public static IResult Totp(HttpContext context, TotpOffer offer, string? error) => Page.Of<TotpPage>(
        context.Surroundings(), new TotpModel(offer.Uri.Reveal(), offer.Secret.Reveal(), error),
        error is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);

    public static IResult Enrolled(HttpContext context, EnrolledFactor enrolled)
    {
        var back = $"/t/{context.Tenant().Slug}/account/security";
        return enrolled.RecoveryCodes.Count == 0
            ? TypedResults.LocalRedirect(back)
            : Page.Of<RecoveryCodesPage>(new RecoveryCodesModel
            {
                TenantName = context.Tenant().Name,
                Codes = [.. enrolled.RecoveryCodes.Select(code => code.Reveal())],
                NextHref = back,
                NextText = "I have kept them",
            });
    }

    // Whoever has no password here proves themselves at one of these.
    private async Task<IReadOnlyList<string>> ManagersAsync(HttpContext context, CancellationToken ct)
    {
        var me = context.SignedIn();
        var mine = (await identities.ListAsync(me.Person.Id, ct)).Select(identity => identity.ConnectionId).ToHashSet();
        return [.. (await connections.ListAsync(me.Tenant.Id, ct)).Where(connection => mine.Contains(connection.Id)).Select(connection => connection.Name)];
    }
}
