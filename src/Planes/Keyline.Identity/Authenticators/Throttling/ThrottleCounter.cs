namespace Keyline.Identity.Authenticators.Throttling;

/// <summary>How often one counter's subject failed of late, and until when it has to wait.</summary>
public sealed record ThrottleCounter
{
    public required ThrottleKey Key { get; init; }

    public required TenantId TenantId { get; init; }

    public required int Failures { get; init; }

    public required DateTimeOffset CountedAt { get; init; }

    public required DateTimeOffset BlockedUntil { get; init; }

    /// <summary>When everything is forgiven, and the row can go.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
}
