using Keyline.Identity.Sessions;
using Keyline.Secrets;

namespace Keyline.Identity.SignIn;

/// <summary>How a sign-in ended.</summary>
public abstract record SignInOutcome
{
    private SignInOutcome()
    {
    }

    /// <summary>A session began.</summary>
    /// <param name="Secret">The cookie's value.</param>
    /// <param name="Session">The session, committed.</param>
    /// <param name="ReturnPath">Where the person wanted to go.</param>
    public sealed record SignedIn(SecretText Secret, Session Session, string ReturnPath) : SignInOutcome;

    /// <summary>It was a test: no session, no person.</summary>
    /// <param name="ResultId">Under which the result is kept for a while.</param>
    public sealed record Tested(TransactionId ResultId) : SignInOutcome;

    /// <summary>A stronger sign-in is needed, and asking the IdP for it is worth a try.</summary>
    /// <param name="Needed">How strong.</param>
    /// <param name="ConnectionSlug">Where to start again.</param>
    /// <param name="ReturnPath">Where the person wanted to go.</param>
    public sealed record StepUpNeeded(Assurance Needed, string ConnectionSlug, string ReturnPath) : SignInOutcome;

    /// <summary>Refused, recorded under a reference.</summary>
    /// <param name="Fault">Why.</param>
    /// <param name="Reference">What the person can tell the administrator.</param>
    public sealed record Refused(SignInFault Fault, string Reference) : SignInOutcome;
}
