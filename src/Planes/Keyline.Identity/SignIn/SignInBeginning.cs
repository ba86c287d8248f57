namespace Keyline.Identity.SignIn;

/// <summary>How a sign-in begins.</summary>
public abstract record SignInBeginning
{
    private SignInBeginning()
    {
    }

    /// <summary>The browser goes to the IdP.</summary>
    public sealed record AtProvider(SignInStart Start) : SignInBeginning;

    /// <summary>The person types the directory's password here.</summary>
    public sealed record AskPassword(NewSignIn Wanted, StartedSignIn Started) : SignInBeginning;

    /// <summary>It does not begin.</summary>
    public sealed record Refused(SignInOutcome.Refused Outcome) : SignInBeginning;
}
