using Keyline.Portal.Frame;
using Keyline.Portal.Headers;
using Keyline.Portal.SignIn;
using Microsoft.AspNetCore.Http;

namespace Keyline.Portal.Tests.Samples;

internal static class SignInSamples
{
    private const string IdentityProvider = "https://login.example/saml2";

    public static IEnumerable<Sample> All =>
    [
        new("sign-in", _ => Page.Of<SignInPage>(new SignInModel { Action = "/sign-in" })),
        new("sign-in-error", _ => Page.Of<SignInPage>(new SignInModel
        {
            Action = "/t/acme/sign-in", TenantName = "Acme Ltd", ReturnPath = "/t/acme/console", Identifier = "ada@",
            Error = "Write a whole e-mail address, a phone number with its country code, or a username.",
            Flash = new Flash(NoticeKind.Info, "Your session has ended. Sign in to go on."),
        })),
        new("choose", _ => Page.Of<ChooseConnectionPage>(new ChooseConnectionModel
        {
            TenantName = "Acme Ltd", Identifier = "ada@acme.example", OtherAccountHref = "/",
            Ways =
            [
                new("Acme Entra ID", "/t/acme/login?connection=entra", "Most people at Acme use this one"),
                new("Warehouse directory", "/t/acme/login?connection=ldap"),
                new("Password kept in Keyline", "/t/acme/local"),
            ],
        })),
        new("local", _ => Page.Of<LocalSignInPage>(new LocalSignInModel
        {
            TenantName = "Acme Ltd", Action = "/t/acme/local", OtherWayHref = "/t/acme/", Username = "grace",
            Error = "The username or the password is not right, or this account may not sign in here.",
        })),
        new("second-factor", _ => Page.Of<SecondFactorPage>(new SecondFactorModel
        {
            TenantName = "Acme Ltd", Action = "/t/acme/local/second", CancelHref = "/t/acme/",
            PasskeyOptions = """{"challenge":"AAAA","rpId":"localhost"}""", HasTotp = true, HasRecoveryCodes = true,
        })),
        new("refusal", _ => Page.Of<RefusalPage>(new RefusalModel
        {
            Title = "This sign-in was refused", TenantName = "Acme Ltd",
            WhatHappened = "The answer from Acme Entra ID came too late: it was valid until 09:14:05 and arrived at 09:21:40.",
            WhatToDo = "Try once more. If it happens again, a clock is wrong: tell your administrator the reference below.",
            Reference = "7KQ4-M2XD", At = Now.AddMinutes(-1), RetryHref = "/t/acme/",
        }, StatusCodes.Status403Forbidden)),
        new("signed-out", _ => Page.Of<SignedOutPage>(new SignedOutModel
        {
            TenantName = "Acme Ltd", SignInHref = "/t/acme/", ProviderEnded = false,
        })),
        new("post-on", context =>
        {
            context.AllowFormTo(IdentityProvider);
            return Page.Of<PostOnPage>(new PostOnModel
            {
                Destination = IdentityProvider, To = "Acme Entra ID", TenantName = "Acme Ltd",
                Values = [new("SAMLRequest", "PHNhbWw+"), new("RelayState", "r1")],
            });
        }),
        new("hand-off", _ => Page.Of<HandOffPage>(new HandOffModel("https://login.example/authorize?x=1&y=2", "Acme Okta", "Acme Ltd"))),
        new("must", _ => Page.Of<MustPage>(new MustModel
        {
            Title = "Accept your invitation first", TenantName = "Acme Ltd", CancelHref = "/t/acme/",
            Why = "An account with this address is here already. To join it to your company's sign-in, use the link in the invitation.",
            Ways = [new("Send the invitation again", "/t/acme/invitation", "To the address that the account has")],
        })),
        new("new-password", _ => Page.Of<NewPasswordPage>(new NewPasswordModel
        {
            Why = "Your administrator asked for a new one.", Action = "/t/acme/local/password", MinimumLength = 15,
            Username = "grace", TenantName = "Acme Ltd", Error = "That one is on the list of common passwords. Choose another.",
        })),
    ];

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();
}
