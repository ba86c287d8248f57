using Keyline.Identity.People;

namespace Keyline.Identity.Authenticators.RecoveryCodes;

/// <summary>A recovery code as it is stored.</summary>
public sealed record StoredRecoveryCode
{
    public required TenantId TenantId { get; init; }

    public required PersonId PersonId { get; init; }

    public required byte[] Hash { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? UsedAt { get; init; }
}
