using Keyline.Identity.People;

namespace Keyline.Identity.Authenticators.Totp;

/// <summary>A person's authenticator app: the secret that is in use, and one that still has to be confirmed.</summary>
public sealed record TotpCredential
{
    public const int MaxSealedLength = 300;

    public required TenantId TenantId { get; init; }

    public required PersonId PersonId { get; init; }

    /// <summary>The secret in use, Base64, sealed; null until the first one is confirmed.</summary>
    public string? SealedSecret { get; init; }

    public DateTimeOffset? ConfirmedAt { get; init; }

    /// <summary>The last time step whose code was used. None up to it is taken again.</summary>
    public long LastStep { get; init; }

    public DateTimeOffset? LastUsedAt { get; init; }

    /// <summary>A secret that was shown and waits for its first code.</summary>
    public string? SealedPending { get; init; }

    public DateTimeOffset? PendingSince { get; init; }

    /// <summary>Whether codes of this app are taken.</summary>
    public bool IsActive => SealedSecret is not null;

    /// <summary>The purpose under which a person's secrets are sealed.</summary>
    public static string Purpose(PersonId person) => $"totp/{person}";
}
