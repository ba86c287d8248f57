using Keyline.Identity.SignIn;

namespace Keyline.Identity.Federation.Saml;

/// <summary>What a message at the logout address led to.</summary>
public abstract record SamlSignOutOutcome
{
    private SamlSignOutOutcome()
    {
    }

    /// <summary>The IdP answered our request.</summary>
    /// <param name="Success">Whether it ended everything that it could.</param>
    public sealed record Finished(bool Success) : SamlSignOutOutcome;

    /// <summary>The IdP's request was carried out.</summary>
    /// <param name="Answer">The answer on its way through the browser; null where the IdP takes none.</param>
    /// <param name="Sessions">How many sessions ended.</param>
    public sealed record Ended(BrowserStep? Answer, int Sessions) : SamlSignOutOutcome;

    /// <summary>Refused.</summary>
    public sealed record Refused(SignInFault Fault) : SamlSignOutOutcome;
}
