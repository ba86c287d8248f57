using Keyline.Identity.Federation;
using Keyline.Identity.People;

namespace Keyline.Identity.SignIn.Invitations;

/// <summary>A one-time link that ties the next sign-in at a connection to a person who exists already (I4).</summary>
public sealed record Invitation
{
    public static readonly TimeSpan DefaultLifetime = TimeSpan.FromDays(7);

    public static readonly TimeSpan MaxLifetime = TimeSpan.FromDays(30);

    public required Guid Id { get; init; }

    public required TenantId TenantId { get; init; }

    public required PersonId PersonId { get; init; }

    public required ConnectionId ConnectionId { get; init; }

    /// <summary>SHA-256 of the token in the link.</summary>
    public required byte[] TokenHash { get; init; }

    /// <summary>Who made it, for reading.</summary>
    public required string CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? SpentAt { get; init; }
}
