using System.Diagnostics;

namespace Keyline.Identity.SignIn.Traces;

/// <summary>What to do about a refusal, for the administrator who opens its trace, and for the person it happened to.</summary>
/// <param name="Title">What happened, in a few words, for the person.</param>
/// <param name="Person">What the person can do.</param>
/// <param name="Administrator">What the administrator can do.</param>
public sealed record Advice(string Title, string Person, string Administrator)
{
    private const string TryAgain = "Start the sign-in again. If it happens again, give the reference to your administrator.";
    private const string AskAdministrator = "Give the reference to your administrator.";

    /// <summary>The advice for a kind of refusal; what the protocol library adds to it is in the trace's detail.</summary>
    public static Advice For(SignInFaultCode code) => Settings(code) ?? Identity(code) ?? Browser(code);

    private static Advice? Settings(SignInFaultCode code) => code switch
    {
        SignInFaultCode.PlanWithoutSso => new("Single sign-on is not included", AskAdministrator,
            "The tenant's plan has no single sign-on. Change to Connect or Collaborate, or let people sign in locally."),
        SignInFaultCode.UnknownConnection => new("This way of signing in does not exist", "Start at the sign-in page.",
            "The address names a connection that the tenant does not have. Correct the link, or the address at the IdP."),
        SignInFaultCode.ConnectionDisabled => new("This way of signing in is switched off", AskAdministrator,
            "Test the connection, and enable it when the test succeeds."),
        SignInFaultCode.SettingsInvalid => new("This way of signing in is not set up", AskAdministrator,
            "Complete the connection's settings: read the IdP's metadata again, or enter what the detail says is missing."),
        SignInFaultCode.ProviderUnreachable => new("Your company's sign-in can't be reached", "Try again in a few minutes.",
            "Keyline could not ask the IdP. Check that its address is right and that this server may reach it."),
        SignInFaultCode.ProviderRefused => new("Your company's sign-in said no", AskAdministrator,
            "The IdP answered with an error of its own. Its log at this time says more; often the person is not assigned to the application."),
        SignInFaultCode.ResponseRefused => new("The answer of your company's sign-in was refused", TryAgain,
            "The response failed a check. The trace shows which, what was expected and what came."),
        SignInFaultCode.UnsolicitedRefused => new("Please start here", "Start at the sign-in page, not at your company's.",
            "The IdP sent a person whom Keyline had not sent to it. Allow IdP-initiated sign-in for the connection if you want that; it is less safe."),
        SignInFaultCode.Replayed => new("This sign-in was used already", TryAgain,
            "The same assertion came twice. A page that was sent again explains it; anything else is an attack."),
        _ => null,
    };

    private static Advice? Identity(SignInFaultCode code) => code switch
    {
        SignInFaultCode.SubjectMissing => new("Your company's sign-in did not say who you are", AskAdministrator,
            "The immutable subject did not come. Let the IdP send it, or choose another attribute as the subject."),
        SignInFaultCode.TransientSubject => new("Your company's sign-in did not say who you are", AskAdministrator,
            "A transient NameID changes with each sign-in. Let the IdP send a persistent one, or choose an immutable attribute as the subject."),
        SignInFaultCode.MutableSubject => new("Your company's sign-in did not say who you are", AskAdministrator,
            "An e-mail address can be given to somebody else. Let the IdP send a persistent NameID, or choose an immutable attribute "
            + "(Entra: objectidentifier; Okta: user.id; Google: employee ID) as the subject."),
        SignInFaultCode.SubjectTooLong => new("Your company's sign-in did not say who you are", AskAdministrator,
            "Choose a shorter attribute as the subject."),
        SignInFaultCode.WrongTenantClaim => new("You are signed in to another organisation", "Sign out there, and start again.",
            "The IdP named another tenant than the connection expects. If both are yours, correct the expected tenant."),
        SignInFaultCode.PersonUnknown => new("You have no account here yet", "Ask your administrator to invite you.",
            "The connection makes no people on a first sign-in. Invite the person, or let the connection make people."),
        SignInFaultCode.PersonDeactivated => new("Your account is switched off", AskAdministrator,
            "The person is deactivated. Activate them if that is a mistake."),
        SignInFaultCode.BreakGlassAccount => new("This account signs in another way", AskAdministrator,
            "A break-glass account is for the day when the IdP is away; it can't be linked to one."),
        SignInFaultCode.AccountExists => new("There is an account with your name already", "Ask your administrator for an invitation link.",
            "An account has this user name or address but is not linked to this identity. Send its owner an invitation link: "
            + "an address alone never opens an account."),
        SignInFaultCode.LinkedToAnother => new("This identity belongs to another account", AskAdministrator,
            "The person signed in at the IdP as somebody who is linked to another account. Unlink that one first, if they are the same."),
        SignInFaultCode.InvitationInvalid => new("This invitation can't be used", "Ask for another invitation.",
            "An invitation can be used once, and only until it expires."),
        SignInFaultCode.AssuranceTooLow => new("A stronger sign-in is needed", "Register a second factor at your company's sign-in, and try again.",
            "The person's role needs more than the IdP vouched for, although it was asked. Require a second factor for this application at the IdP."),
        SignInFaultCode.AuthenticationTooOld => new("Please sign in afresh", TryAgain,
            "A fresh sign-in was asked for and the IdP used an old one. Check that it honours ForceAuthn or max_age, and both clocks."),
        SignInFaultCode.WrongCredentials => new("User name or password is wrong", "Check both and try again.",
            "The directory knows no such name, or took the password for wrong. Which of the two is not told."),
        _ => null,
    };

    private static Advice Browser(SignInFaultCode code) => code switch
    {
        SignInFaultCode.UnknownTransaction => new("This sign-in is not known", TryAgain,
            "The answer belongs to no sign-in that began here. A bookmark of the IdP's page, or a forged answer."),
        SignInFaultCode.TransactionExpired => new("This took too long", TryAgain,
            "The person took longer at the IdP than a sign-in lives. Starting again helps."),
        SignInFaultCode.TransactionSpent => new("This sign-in was finished already", TryAgain,
            "The answer came a second time: the page was reloaded, or somebody has a copy of it."),
        SignInFaultCode.WrongBrowser => new("This sign-in began in another browser", "Start again in this browser, and allow its cookies.",
            "The cookie of the browser that began did not come. A blocked cookie, a link that was passed on, or an attack."),
        SignInFaultCode.WrongConnection => new("This sign-in began elsewhere", TryAgain,
            "An answer came to the address of another connection than the one that was asked: a mix-up. Check the address at the IdP."),
        SignInFaultCode.Throttled => new("Too many attempts", "Wait a moment, and try again.",
            "The attempts from this network at this account are slowed down. It passes by itself."),
        SignInFaultCode.Conflict => new("That did not work", TryAgain,
            "Two sign-ins got in each other's way, or the sign-in was odd: the detail says how."),
        _ => throw new UnreachableException($"No advice for {code}."),
    };
}
