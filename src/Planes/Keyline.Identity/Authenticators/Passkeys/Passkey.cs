using Keyline.Identity.People;

namespace Keyline.Identity.Authenticators.Passkeys;

/// <summary>A passkey (WebAuthn credential) of a person.</summary>
public sealed record Passkey
{
    public const int MaxCredentialIdLength = 1023;
    public const int MaxNameLength = 60;

    /// <summary>How many passkeys a person may have.</summary>
    public const int MaxPerPerson = 20;

    public required PasskeyId Id { get; init; }

    public required TenantId TenantId { get; init; }

    public required PersonId PersonId { get; init; }

    /// <summary>The name that the person gave it.</summary>
    public required string Name { get; init; }

    /// <summary>The authenticator's own identifier of the credential; unique in the installation.</summary>
    public required byte[] CredentialId { get; init; }

    /// <summary>The public key in COSE form.</summary>
    public required byte[] PublicKey { get; init; }

    /// <summary>The authenticator's counter at its last use; 0 where it keeps none.</summary>
    public required long SignCount { get; init; }

    /// <summary>How it can be reached (<c>internal</c>, <c>usb</c>, <c>hybrid</c> …), for the browser.</summary>
    public IReadOnlyList<string> Transports { get; init; } = [];

    /// <summary>Whether it may be copied to other devices of the person.</summary>
    public bool BackupEligible { get; init; }

    public bool BackedUp { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? LastUsedAt { get; init; }
}
