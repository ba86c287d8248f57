using Keyline.Identity.People;
using Keyline.Identity.Policy;
using Keyline.Identity.Roles;
using Keyline.Tenancy;

namespace Keyline.Identity.SignIn;

/// <summary>What a verified sign-in would change, worked out and not yet written.</summary>
public sealed record PlannedSignIn
{
    public required Tenant Tenant { get; init; }

    public required VerifiedSignIn SignIn { get; init; }

    public required SignInPurpose Purpose { get; init; }

    /// <summary>The person as stored; null for somebody new.</summary>
    public Person? Before { get; init; }

    /// <summary>The person as they would be.</summary>
    public required Person After { get; init; }

    /// <summary>Whether the identity is known already.</summary>
    public required bool IsLinked { get; init; }

    public required GroupPlan Groups { get; init; }

    public required IReadOnlyList<EffectiveRole> Roles { get; init; }

    public required SignInDecision Decision { get; init; }

    /// <summary>What is odd without being a reason to refuse, for the audit.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];
}
