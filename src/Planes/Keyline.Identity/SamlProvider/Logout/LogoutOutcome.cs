using Keyline.Saml.Bindings;

namespace Keyline.Identity.SamlProvider.Logout;

/// <summary>How a sign-out goes on.</summary>
public abstract record LogoutOutcome
{
    private LogoutOutcome()
    {
    }

    /// <summary>The browser carries a message to an app by redirect.</summary>
    public sealed record Redirect(string Address, string AppName) : LogoutOutcome;

    /// <summary>The browser carries a message to an app by a form.</summary>
    public sealed record Post(PostForm Form, string AppName) : LogoutOutcome;

    /// <summary>All is done.</summary>
    /// <param name="ReturnPath">Where the person goes; null when they began at an app that takes no answer.</param>
    /// <param name="Partial">Whether an app may still be signed in.</param>
    public sealed record Done(string? ReturnPath, bool Partial) : LogoutOutcome;

    /// <summary>Refused, recorded under a reference.</summary>
    public sealed record Refused(SamlProviderFault Fault, string Reference) : LogoutOutcome;
}
