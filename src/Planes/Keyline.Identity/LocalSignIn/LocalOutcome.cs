using Keyline.Identity.Sessions;
using Keyline.Secrets;

namespace Keyline.Identity.LocalSignIn;

/// <summary>How a step of a local sign-in ended.</summary>
public abstract record LocalOutcome
{
    private LocalOutcome()
    {
    }

    /// <summary>The session has begun.</summary>
    /// <param name="Session">The session, with its cookie's secret.</param>
    /// <param name="ReturnPath">Where to go.</param>
    /// <param name="Device">The secret by which this browser is known again.</param>
    public sealed record SignedIn(NewSession Session, string ReturnPath, SecretText Device) : LocalOutcome;

    /// <summary>The password was right; a second proof is needed.</summary>
    /// <param name="Transaction">The secret that goes on with it.</param>
    public sealed record SecondFactorNeeded(SecretText Transaction) : LocalOutcome;

    /// <summary>Not let in; the person is not told why.</summary>
    /// <param name="Reference">What the person can tell the administrator.</param>
    public sealed record Refused(string Reference) : LocalOutcome;

    /// <summary>Too many attempts: not even looked at.</summary>
    public sealed record Wait(TimeSpan RetryAfter) : LocalOutcome;

    /// <summary>Too much is being computed: not even looked at.</summary>
    public sealed record Busy : LocalOutcome;

    /// <summary>The sign-in took too long or was finished already: begin again.</summary>
    public sealed record Over : LocalOutcome;
}
