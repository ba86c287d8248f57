using Keyline.Identity.People;
using Keyline.Identity.Roles;
using Keyline.Identity.SignIn;
using Keyline.Tenancy;

namespace Keyline.Identity.Policy;

/// <summary>Everything that the decision about a verified sign-in looks at.</summary>
public sealed record SignInFacts
{
    public required Tenant Tenant { get; init; }

    public required VerifiedSignIn SignIn { get; init; }

    public required SignInPurpose Purpose { get; init; }

    /// <summary>Who is known under this subject.</summary>
    public Person? Known { get; init; }

    /// <summary>Whom the identity is to be tied to, for <see cref="SignInPurpose.Link"/>; null also when the invitation is void.</summary>
    public Person? Invited { get; init; }

    /// <summary>An account that has the claimed user name or address, and is not the one known under the subject.</summary>
    public Person? InTheWay { get; init; }

    /// <summary>The roles that the person would have.</summary>
    public required IReadOnlyList<EffectiveRole> Roles { get; init; }

    /// <summary>When a fresh sign-in was asked for: not older than this.</summary>
    public DateTimeOffset? MustBeAfter { get; init; }

    /// <summary>Whether a stronger sign-in was asked for already.</summary>
    public bool StepUpWasAsked { get; init; }
}
