using System.Diagnostics;
using Keyline.Identity.Authenticators.Account;
using Keyline.Identity.Authenticators.Passkeys;
using Keyline.Identity.Authenticators.Passwords;

namespace Keyline.Server.Human.Local;

/// <summary>Says in plain words why a change of credentials was refused: the one table of texts and statuses.</summary>
internal static class AccountWords
{
    /// <summary>The two fields differ; the plane is not asked.</summary>
    public static AccountFault NotTheSame { get; } = new(AccountFaultCode.BadPassword, "the two fields differ");

    public static string Of(AccountFault fault, int minPasswordLength) => fault.Code switch
    {
        AccountFaultCode.NotFresh => "Sign in again first: this needs a sign-in of the last ten minutes, with your second factor if you have one.",
        AccountFaultCode.WrongPassword => "The password that you have now is another one.",
        AccountFaultCode.BadPassword when fault.Password is { } broken => PasswordAdvice.For(broken, minPasswordLength),
        AccountFaultCode.BadPassword => "The two fields are not the same. Type the new password twice.",
        AccountFaultCode.Throttled => "There were too many wrong tries. Wait a little, and try again.",
        AccountFaultCode.Busy => "The server is busy. Try again in a few seconds.",
        AccountFaultCode.WrongCode => "That is not the current code of the app. Wait for the next one, and check the device's clock.",
        AccountFaultCode.NoFactor => "Recovery codes stand in for a second factor. Set up a passkey or an app first.",
        AccountFaultCode.LastFactor => "This account must keep a second factor. Add another one first.",
        AccountFaultCode.PasswordTooShortAlone =>
            $"Without a second factor your password must have {PasswordRules.MinLengthAlone} characters. Change the password first.",
        AccountFaultCode.NotLocal => "You sign in at your company's identity provider; second factors are looked after there.",
        AccountFaultCode.BadPasskey => OfPasskey(fault.Passkey?.Code),
        AccountFaultCode.UnknownPasskey => "This passkey is gone already.",
        AccountFaultCode.LinkOver => "This link does not work any more.",
        AccountFaultCode.UnknownPerson => "There is no such person.",
        AccountFaultCode.NotAllowed => "This person may do more than you may.",
        _ => throw new UnreachableException(),
    };

    public static int StatusOf(AccountFault fault) => fault.Code switch
    {
        AccountFaultCode.Throttled or AccountFaultCode.Busy => StatusCodes.Status429TooManyRequests,
        AccountFaultCode.NotFresh or AccountFaultCode.NotLocal or AccountFaultCode.LastFactor or AccountFaultCode.NotAllowed => StatusCodes.Status403Forbidden,
        AccountFaultCode.LinkOver or AccountFaultCode.UnknownPerson or AccountFaultCode.UnknownPasskey => StatusCodes.Status404NotFound,
        _ => StatusCodes.Status400BadRequest,
    };

    private static string OfPasskey(PasskeyFaultCode? code) => code switch
    {
        PasskeyFaultCode.AlreadyRegistered => "This passkey belongs to an account already.",
        PasskeyFaultCode.TooMany => $"You have {Passkey.MaxPerPerson} passkeys. Remove one first.",
        PasskeyFaultCode.BadName => $"Give the passkey a name of 1 to {Passkey.MaxNameLength} characters.",
        _ => "The passkey was not accepted. Try again.",
    };
}
