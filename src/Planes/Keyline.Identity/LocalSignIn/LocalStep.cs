using Keyline.Identity.People;
using Keyline.Identity.Sessions;
using Keyline.Identity.Settings;

namespace Keyline.Identity.LocalSignIn;

/// <summary>What comes next in a local sign-in.</summary>
public abstract record LocalStep
{
    private LocalStep()
    {
    }

    /// <summary>The person may come in.</summary>
    public sealed record Allow(Person Person, SignInMethod Method, Assurance Assurance) : LocalStep;

    /// <summary>A second proof first.</summary>
    public sealed record AskSecondFactor(Person Person) : LocalStep;

    /// <summary>No.</summary>
    public sealed record Deny(LocalFaultCode Code, string Detail) : LocalStep;

    /// <summary>Decides. Pure: the same facts always give the same answer.</summary>
    public static LocalStep Decide(LocalFacts facts)
    {
        if (facts.Person is not { } person)
        {
            return new Deny(LocalFaultCode.UnknownPerson, "nobody has this login");
        }

        if (!facts.PasswordIsRight)
        {
            return new Deny(LocalFaultCode.WrongPassword, "the password is wrong, or the person has none");
        }

        if (person.State != PersonState.Active)
        {
            return new Deny(LocalFaultCode.Deactivated, "the account is deactivated");
        }

        if (DenyEntry(facts, person) is { } closed)
        {
            return closed;
        }

        var breakGlass = person.Kind == PersonKind.BreakGlass;
        if (facts.Proved is not null)
        {
            return new Allow(person, breakGlass ? SignInMethod.BreakGlass : SignInMethod.Local, Assurance.Aal2);
        }

        if (facts.Factors.Any)
        {
            return new AskSecondFactor(person);
        }

        return breakGlass
            ? new Deny(LocalFaultCode.NoSecondFactor, "a break-glass account needs a passkey or an authenticator app, and has neither")
            : new Allow(person, SignInMethod.Local, Assurance.Aal1);
    }

    private static Deny? DenyEntry(LocalFacts facts, Person person)
    {
        if (person.Kind == PersonKind.BreakGlass)
        {
            return facts.BreakGlass is { } account && account.Allows(facts.Address)
                ? null
                : new Deny(LocalFaultCode.NetworkNotAllowed,
                    $"the account is limited to {string.Join(", ", facts.BreakGlass?.AllowedNetworks ?? [])}; the request came from {facts.Address}");
        }

        return facts.Settings.LocalSignIn switch
        {
            LocalSignInMode.Everybody => null,
            LocalSignInMode.ChosenPeople when person.LocalSignIn => null,
            LocalSignInMode.ChosenPeople => new Deny(LocalFaultCode.NotAllowed, "this person was not chosen for local sign-in"),
            LocalSignInMode.Nobody => new Deny(LocalFaultCode.NotAllowed, "the tenant has local sign-in for nobody but break-glass accounts"),
            _ => new Deny(LocalFaultCode.NotAllowed, $"unknown mode '{facts.Settings.LocalSignIn}'"),
        };
    }
}
