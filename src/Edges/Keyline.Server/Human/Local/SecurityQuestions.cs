using Keyline.Identity.Access;
using Keyline.Identity.Authenticators.Account;
using Keyline.Identity.Authenticators.Passkeys;
using Keyline.Identity.Authenticators.Passwords;
using Keyline.Portal;
using Keyline.Portal.Account;
using Keyline.Portal.Authenticators;
using Keyline.Portal.Design;
using Keyline.Portal.Frame;
using Keyline.Portal.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Keyline.Server.Human.Local;

/// <summary>The pages that ask before a second factor is removed or codes are replaced, and the one that renames a passkey.</summary>
internal static class SecurityQuestions
{
    private const string Base = "/t/{tenant}/account/security";

    public static void MapSecurityQuestions(this IEndpointRouteBuilder routes)
    {
        routes.MapGet($"{Base}/totp/remove", AskToRemoveApp).WithMetadata(AccessRule.SignedIn);
        routes.MapGet($"{Base}/recovery-codes", AskToRenewCodes).WithMetadata(AccessRule.SignedIn);
        routes.MapGet($"{Base}/passkeys/{{passkey:guid}}/remove", AskToRemovePasskeyAsync).WithMetadata(AccessRule.SignedIn);
        routes.MapGet($"{Base}/passkeys/{{passkey:guid}}/rename", ShowNameAsync).WithMetadata(AccessRule.SignedIn);
        routes.MapPost($"{Base}/passkeys/{{passkey:guid}}/rename", RenameAsync).WithMetadata(AccessRule.SignedIn);
    }

    private static RazorComponentResult<AccountConfirmPage> AskToRemoveApp(HttpContext context) => Ask(context, new ConfirmModel
    {
        Title = "Remove the authenticator app?",
        Question = "Remove the authenticator app from your account?",
        Consequences = ["Its codes work no more.", "Your other sessions end.", "You are told by mail."],
        Verb = "Remove the app",
        Action = PathOf(context, "/totp/remove"),
        CancelHref = PathOf(context),
    });

    private static RazorComponentResult<AccountConfirmPage> AskToRenewCodes(HttpContext context) => Ask(context, new ConfirmModel
    {
        Title = "Make new recovery codes?",
        Question = "Make ten new recovery codes?",
        Consequences = ["The codes that you have work no more.", "The new ones are shown once: have a printer or a pen at hand.", "Your other sessions end."],
        Verb = "Make new codes",
        Action = PathOf(context, "/recovery-codes"),
        CancelHref = PathOf(context),
    });

    private static async Task<IResult> AskToRemovePasskeyAsync(HttpContext context, Guid passkey, MyAuthenticators mine, CancellationToken ct) =>
        await FindAsync(context, passkey, mine, ct) is { } found
            ? Ask(context, new ConfirmModel
            {
                Title = $"Remove the passkey '{found.Name}'?",
                Question = $"Remove the passkey '{found.Name}' from your account?",
                Consequences = ["It works here no more. It may stay on your device, where you can delete it.", "Your other sessions end.", "You are told by mail."],
                Verb = "Remove the passkey",
                Action = PathOf(context, $"/passkeys/{passkey}/remove"),
                CancelHref = PathOf(context),
            })
            : Answers.NotFound(context);

    private static async Task<IResult> ShowNameAsync(HttpContext context, Guid passkey, MyAuthenticators mine, CancellationToken ct) =>
        await FindAsync(context, passkey, mine, ct) is { } found
            ? Page.Of<PasskeyNamePage>(context.Surroundings(), new PasskeyNameModel(passkey.ToString(), found.Name, null))
            : Answers.NotFound(context);

    private static async Task<IResult> RenameAsync(HttpContext context, Guid passkey, PostedForm form, PasskeyEnrolment passkeys, CancellationToken ct)
    {
        var name = form.Text("name");
        var renamed = await passkeys.RenameAsync(context.SignedIn(), new PasskeyId(passkey), name, ct);
        if (renamed.Ok)
        {
            context.Flash(FlashCode.Saved);
            return TypedResults.LocalRedirect(PathOf(context));
        }

        return renamed.Fault.Code == AccountFaultCode.UnknownPasskey
            ? Answers.NotFound(context)
            : Page.Of<PasskeyNamePage>(
                context.Surroundings(),
                new PasskeyNameModel(passkey.ToString(), name, AccountWords.Of(renamed.Fault, PasswordRules.MinLengthAlone)),
                StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<Passkey?> FindAsync(HttpContext context, Guid passkey, MyAuthenticators mine, CancellationToken ct) =>
        (await mine.ReadAsync(context.SignedIn(), ct)).Factors.Passkeys.FirstOrDefault(one => one.Id == new PasskeyId(passkey));

    private static RazorComponentResult<AccountConfirmPage> Ask(HttpContext context, ConfirmModel model) =>
        AccountAnswers.Confirm(context, AccountArea.Security, model);

    private static string PathOf(HttpContext context, string path = "") => new TenantPaths(context.Tenant().Slug.Value).InAccount("security" + path);
}
