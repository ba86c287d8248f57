using Keyline.Identity.Federation;
using Keyline.Identity.People;
using Keyline.Identity.Sessions;
using Keyline.Secrets;
using Keyline.Tenancy;

namespace Keyline.Identity.SignIn;

/// <summary>What somebody wants to begin.</summary>
public sealed record NewSignIn
{
    public required Tenant Tenant { get; init; }

    public required Connection Connection { get; init; }

    public SignInPurpose Purpose { get; init; } = SignInPurpose.SignIn;

    public required ReturnPath ReturnPath { get; init; }

    /// <summary>The browser's cookie, when it has one already.</summary>
    public SecretText? Browser { get; init; }

    /// <summary>Whom to link to, or who tests.</summary>
    public PersonId? PersonId { get; init; }

    public Guid? Invitation { get; init; }

    public bool ForceAuthentication { get; init; }

    /// <summary>A stronger sign-in than the last one is needed.</summary>
    public Assurance? StepUpTo { get; init; }

    /// <summary>What the person typed, to spare them typing it again at the IdP.</summary>
    public string? LoginHint { get; init; }
}
