using Keyline.Identity.Domains;
using Keyline.Identity.Federation;

namespace Keyline.Identity.SetupLinks;

/// <summary>
/// A link with which a customer's IT staff set up their own connection and domains without an account. It opens nothing
/// else, belongs to the browser that used it first, and ends by itself.
/// </summary>
public sealed record SetupLink
{
    public const int MaxLabelLength = 200;

    public const int MaxDomains = 20;

    public static readonly TimeSpan StandardLifetime = TimeSpan.FromDays(7);

    public static readonly TimeSpan LongestLifetime = TimeSpan.FromDays(30);

    public required SetupLinkId Id { get; init; }

    public required TenantId TenantId { get; init; }

    /// <summary>SHA-256 of the secret in the link.</summary>
    public required byte[] TokenHash { get; init; }

    /// <summary>For whom it was made; the audit log names its user so.</summary>
    public required string Label { get; init; }

    public required string CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it was first used.</summary>
    public DateTimeOffset? ActivatedAt { get; init; }

    /// <summary>SHA-256 of the cookie of the browser that used it first.</summary>
    public byte[]? BrowserHash { get; init; }

    /// <summary>From where it was first used.</summary>
    public string? ActivatedFrom { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>The one connection that it may set up: given with it, or made with it.</summary>
    public ConnectionId? ConnectionId { get; init; }

    /// <summary>The domains that were claimed with it.</summary>
    public IReadOnlyList<DomainId> DomainIds { get; init; } = [];

    public SetupLinkState StateAt(DateTimeOffset now) =>
        RevokedAt is not null ? SetupLinkState.Revoked
        : FinishedAt is not null ? SetupLinkState.Finished
        : ExpiresAt <= now ? SetupLinkState.Expired
        : ActivatedAt is not null ? SetupLinkState.InUse
        : SetupLinkState.Unused;
}
