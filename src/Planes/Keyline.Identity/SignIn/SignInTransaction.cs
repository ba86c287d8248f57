using Keyline.Identity.Federation;
using Keyline.Identity.People;

namespace Keyline.Identity.SignIn;

/// <summary>A sign-in that is under way. It is stored, so that any node can go on with it, and it can be spent once.</summary>
public sealed record SignInTransaction
{
    /// <summary>How long a person may take at the IdP.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    public const int MaxReturnPathLength = 2000;

    public required TransactionId Id { get; init; }

    public required TenantId TenantId { get; init; }

    public required ConnectionId ConnectionId { get; init; }

    public required SignInPurpose Purpose { get; init; }

    /// <summary>SHA-256 of the opaque text that goes to the IdP and back: <c>state</c> or RelayState.</summary>
    public required byte[] StateHash { get; init; }

    /// <summary>SHA-256 of the cookie that ties the sign-in to one browser.</summary>
    public required byte[] BrowserHash { get; init; }

    /// <summary>The ID of the SAML AuthnRequest, or the OIDC nonce.</summary>
    public required string RequestId { get; init; }

    /// <summary>The PKCE verifier, sealed.</summary>
    public string? SealedVerifier { get; init; }

    /// <summary>Where to go afterwards: a path of this tenant.</summary>
    public required string ReturnPath { get; init; }

    /// <summary>Whom to link to, for <see cref="SignInPurpose.Link"/>; or who tests.</summary>
    public PersonId? PersonId { get; init; }

    public bool ForceAuthentication { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? SpentAt { get; init; }
}
