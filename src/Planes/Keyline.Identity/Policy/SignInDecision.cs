using Keyline.Identity.People;
using Keyline.Identity.Roles;
using Keyline.Identity.Sessions;
using Keyline.Identity.SignIn;

namespace Keyline.Identity.Policy;

/// <summary>What becomes of a verified sign-in.</summary>
public abstract record SignInDecision
{
    private SignInDecision()
    {
    }

    /// <summary>The person may come in, for so long.</summary>
    public sealed record Allow(SessionLimits Limits) : SignInDecision;

    /// <summary>A stronger sign-in first.</summary>
    public sealed record StepUp(Assurance Needed) : SignInDecision;

    /// <summary>No.</summary>
    public sealed record Deny(SignInFaultCode Code, string Detail) : SignInDecision;

    /// <summary>Decides. Pure: the same facts and policy always give the same answer.</summary>
    public static SignInDecision Decide(SignInFacts facts, SignInPolicy policy, DateTimeOffset now)
    {
        if (facts.SignIn.IdpSessionEndsAt <= now)
        {
            return new Deny(SignInFaultCode.AuthenticationTooOld, $"the IdP's session ended at {facts.SignIn.IdpSessionEndsAt:u}");
        }

        if (DenyConnection(facts) is { } closed)
        {
            return closed;
        }

        var identity = facts.Purpose == SignInPurpose.Link ? DenyLink(facts) : DenyPerson(facts);
        if (identity is not null)
        {
            return identity;
        }

        if (facts.MustBeAfter is { } after && facts.SignIn.AuthenticatedAt < after - policy.Settings.ClockTolerance)
        {
            return new Deny(SignInFaultCode.AuthenticationTooOld,
                $"a fresh sign-in, not before {after:u}, was asked for; the IdP's is of {facts.SignIn.AuthenticatedAt:u}");
        }

        var needed = StrictestOf(facts.Roles, policy);
        if (facts.SignIn.Assurance < needed)
        {
            return facts.StepUpWasAsked
                ? new Deny(SignInFaultCode.AssuranceTooLow,
                    $"{Name(needed)} is needed for what the person may do; the IdP vouched for {Name(facts.SignIn.Assurance)} although more was asked for")
                : new StepUp(needed);
        }

        return new Allow(SessionLimitRule.For(facts.Roles, policy.Settings));
    }

    private static Deny? DenyConnection(SignInFacts facts)
    {
        var connection = facts.SignIn.Connection;
        if (connection.TenantId != facts.Tenant.Id)
        {
            return new Deny(SignInFaultCode.UnknownConnection, $"connection '{connection.Slug}' is not of tenant '{facts.Tenant.Slug}'");
        }

        if (!facts.Tenant.IncludesSso)
        {
            return new Deny(SignInFaultCode.PlanWithoutSso, $"the plan '{facts.Tenant.Plan}' has no single sign-on; 'Connect' and 'Collaborate' have");
        }

        if (!connection.Enabled && facts.Purpose != SignInPurpose.Test)
        {
            return new Deny(SignInFaultCode.ConnectionDisabled, $"connection '{connection.Slug}' may only be tested until it is enabled");
        }

        if (connection.Attributes is { Tenant: { } claim, ExpectedTenant: { } expected }
            && !string.Equals(expected, facts.SignIn.Profile.Tenant, StringComparison.OrdinalIgnoreCase))
        {
            return new Deny(SignInFaultCode.WrongTenantClaim,
                $"'{claim}' must be '{expected}'; came '{facts.SignIn.Profile.Tenant ?? "nothing"}'");
        }

        return null;
    }

    private static Deny? DenyPerson(SignInFacts facts)
    {
        if (facts.Known is { } known)
        {
            return DenyAccount(known);
        }

        // I4: an address or a name never links to an account that exists.
        if (facts.InTheWay is { } other)
        {
            return new Deny(SignInFaultCode.AccountExists,
                $"'{other.UserName}' has this user name or address and is not linked to subject '{facts.SignIn.Subject}' "
                + $"of connection '{facts.SignIn.Connection.Slug}'; send that person an invitation link");
        }

        return facts.SignIn.Connection.CreatesPeople
            ? null
            : new Deny(SignInFaultCode.PersonUnknown,
                $"nobody is known as '{facts.SignIn.Subject}', and connection '{facts.SignIn.Connection.Slug}' makes nobody on a first sign-in");
    }

    private static Deny? DenyLink(SignInFacts facts)
    {
        if (facts.Invited is not { } invited || invited.TenantId != facts.Tenant.Id)
        {
            return new Deny(SignInFaultCode.InvitationInvalid, "the invitation is spent, expired, or not of this tenant and connection");
        }

        if (facts.Known is { } known && known.Id != invited.Id)
        {
            return new Deny(SignInFaultCode.LinkedToAnother,
                $"subject '{facts.SignIn.Subject}' is linked to '{known.UserName}' already; the invitation is for '{invited.UserName}'");
        }

        return DenyAccount(invited);
    }

    private static Deny? DenyAccount(Person person) => person switch
    {
        { Kind: PersonKind.BreakGlass } => new Deny(SignInFaultCode.BreakGlassAccount,
            $"'{person.UserName}' is a break-glass account, which needs no IdP and takes none"),
        { State: PersonState.Deactivated } => new Deny(SignInFaultCode.PersonDeactivated, $"'{person.UserName}' is deactivated"),
        _ => null,
    };

    private static Assurance StrictestOf(IReadOnlyList<EffectiveRole> roles, SignInPolicy policy) => roles
        .Select(role => policy.AssuranceByRole.GetValueOrDefault(role.Role.Name, Assurance.Aal1))
        .DefaultIfEmpty(Assurance.Aal1)
        .Max();

    private static string Name(Assurance assurance) => assurance.ToString().ToLowerInvariant();
}
