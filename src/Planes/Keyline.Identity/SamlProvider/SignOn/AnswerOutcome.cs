using Keyline.Saml.Bindings;

namespace Keyline.Identity.SamlProvider.SignOn;

/// <summary>How an app's request goes on.</summary>
public abstract record AnswerOutcome
{
    private AnswerOutcome()
    {
    }

    /// <summary>The browser posts an answer to the app: an assertion, or that it did not work.</summary>
    /// <param name="Form">What it posts, and where to.</param>
    /// <param name="AppName">The app's name for people.</param>
    public sealed record Post(PostForm Form, string AppName) : AnswerOutcome;

    /// <summary>The person signs in first, and comes back.</summary>
    /// <param name="Locally">Whether everybody of the tenant signs in locally; otherwise the sign-in page finds the way.</param>
    public sealed record SignIn(bool Locally) : AnswerOutcome;

    /// <summary>Refused, recorded under a reference.</summary>
    public sealed record Refused(SamlProviderFault Fault, string Reference) : AnswerOutcome;
}
