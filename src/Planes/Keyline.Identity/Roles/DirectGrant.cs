using Keyline.Identity.People;

namespace Keyline.Identity.Roles;

/// <summary>I5: a role given to one person by hand. It is drift: it is shown as such, and it expires.</summary>
public sealed record DirectGrant
{
    /// <summary>How long a grant may last.</summary>
    public static readonly TimeSpan MaxLifetime = TimeSpan.FromDays(90);

    public const int MaxReasonLength = 500;

    public required DirectGrantId Id { get; init; }

    public required TenantId TenantId { get; init; }

    public required PersonId PersonId { get; init; }

    public required string Role { get; init; }

    public SiteId? SiteId { get; init; }

    public required string Reason { get; init; }

    public required string GrantedBy { get; init; }

    public required DateTimeOffset GrantedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
}
