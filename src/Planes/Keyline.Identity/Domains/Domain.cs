using Keyline.Identity.Federation;

namespace Keyline.Identity.Domains;

/// <summary>An e-mail domain that a tenant claims.</summary>
public sealed record Domain
{
    public const int MaxNameLength = 253;

    public required DomainId Id { get; init; }

    public required TenantId TenantId { get; init; }

    /// <summary>The name in lower-case ASCII (A-labels).</summary>
    public required string Name { get; init; }

    /// <summary>What the TXT record must hold.</summary>
    public required string Challenge { get; init; }

    /// <summary>Where its people sign in; null: they choose.</summary>
    public ConnectionId? ConnectionId { get; init; }

    public required DateTimeOffset ClaimedAt { get; init; }

    public DateTimeOffset? VerifiedAt { get; init; }

    public DateTimeOffset? CheckedAt { get; init; }

    /// <summary>Since when the record has been missing; the claim ends when the grace period is over.</summary>
    public DateTimeOffset? MissingSince { get; init; }
}
