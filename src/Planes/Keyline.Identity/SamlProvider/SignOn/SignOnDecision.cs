using Keyline.Identity.People;
using Keyline.Saml.Messages;

namespace Keyline.Identity.SamlProvider.SignOn;

/// <summary>What becomes of an app's request.</summary>
public abstract record SignOnDecision
{
    private SignOnDecision()
    {
    }

    /// <summary>An assertion, which states this class.</summary>
    public sealed record Answer(string Context) : SignOnDecision;

    /// <summary>The person signs in first.</summary>
    public sealed record SignIn : SignOnDecision;

    /// <summary>The app is told that it did not work.</summary>
    public sealed record Fail(SamlStatus Status) : SignOnDecision;

    /// <summary>Nothing goes to the app.</summary>
    public sealed record Refuse(SamlProviderFault Fault) : SignOnDecision;

    /// <summary>Decides. Pure: the same facts always give the same answer.</summary>
    public static SignOnDecision Decide(SignOnFacts facts)
    {
        if (!facts.Tenant.IncludesSso)
        {
            return new Refuse(SamlProviderFault.PlanWithoutSso(facts.Tenant));
        }

        if (!facts.App.Enabled)
        {
            return new Refuse(new SamlProviderFault(SamlProviderFaultCode.AppDisabled, $"the app '{facts.App.Name}' is switched off"));
        }

        // Core 3.4.1.1: a name that can't be given is an error of its own.
        if (facts.Request.NameIdFormat is { } format && format != NameIdFormats.Unspecified && format != facts.App.NameIdFormat)
        {
            return Failed(StatusCodes.Requester, StatusCodes.InvalidNameIdPolicy, $"This app is given {facts.App.NameIdFormat}.");
        }

        if (facts.Person is not { } person || facts.Session is not { } session)
        {
            return NotSignedIn(facts);
        }

        if (facts.Request.ForceAuthn && session.AuthenticatedAt < facts.Request.CreatedAt)
        {
            return AskAgain(facts, StatusCodes.AuthnFailed);
        }

        return ContextRule.Choose(facts.Request.Contexts, facts.Request.Comparison, session.Assurance) is { } context
            ? Name(facts, person, context)
            : AskAgain(facts, StatusCodes.NoAuthnContext);
    }

    private static SignOnDecision Name(SignOnFacts facts, Person person, string context)
    {
        if (person.Kind == PersonKind.BreakGlass)
        {
            return Failed(StatusCodes.Responder, StatusCodes.RequestDenied, "A break-glass account opens this organisation's console, and no apps.");
        }

        if (facts.Name is not { } name)
        {
            return Failed(StatusCodes.Responder, StatusCodes.InvalidNameIdPolicy, "The person has no name of the kind that this app is given.");
        }

        // Core 3.4.1: an assertion about somebody else than the app asked for must not be issued.
        return facts.Request.Subject is { } wanted && wanted != name
            ? Failed(StatusCodes.Responder, StatusCodes.UnknownPrincipal, "Somebody else is signed in.")
            : new Answer(context);
    }

    private static SignOnDecision NotSignedIn(SignOnFacts facts) =>
        facts.Request.IsPassive ? Failed(StatusCodes.Responder, StatusCodes.NoPassive, "Nobody is signed in.") : new SignIn();

    // Asking twice would send a browser in circles.
    private static SignOnDecision AskAgain(SignOnFacts facts, string subCode) =>
        facts.Request.IsPassive ? Failed(StatusCodes.Responder, StatusCodes.NoPassive, "The person would have to sign in anew.")
        : facts.Request.AskedAt is not null ? Failed(StatusCodes.Responder, subCode, "The sign-in was not fresh or strong enough.")
        : new SignIn();

    private static Fail Failed(string code, string subCode, string message) => new(new SamlStatus(code, subCode, message));
}
