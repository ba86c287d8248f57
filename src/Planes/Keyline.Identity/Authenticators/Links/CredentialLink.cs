using Keyline.Identity.People;

namespace Keyline.Identity.Authenticators.Links;

/// <summary>A one-time, expiring link with which a person sets credentials.</summary>
public sealed record CredentialLink
{
    /// <summary>How long a link lasts.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    public required CredentialLinkId Id { get; init; }

    public required TenantId TenantId { get; init; }

    public required PersonId PersonId { get; init; }

    /// <summary>SHA-256 of the secret in the address.</summary>
    public required byte[] SecretHash { get; init; }

    public required CredentialLinkPurpose Purpose { get; init; }

    /// <summary>The secret for the authenticator app, sealed as <see cref="Totp.TotpCredential"/> seals it.</summary>
    public string? SealedTotp { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? SpentAt { get; init; }

    public bool IsOpen(DateTimeOffset now) => SpentAt is null && now < ExpiresAt;
}
