namespace Keyline.Identity.Authenticators.Passkeys;

/// <summary>A new credential that was verified: challenge, origin, relying party, user verification, key.</summary>
public sealed record VerifiedPasskey
{
    public required byte[] CredentialId { get; init; }

    public required byte[] PublicKey { get; init; }

    public required long SignCount { get; init; }

    public IReadOnlyList<string> Transports { get; init; } = [];

    public bool BackupEligible { get; init; }

    public bool BackedUp { get; init; }
}
