using Keyline.Identity.People;

namespace Keyline.Identity.Authenticators.Passkeys;

/// <summary>A passkey ceremony under way: its state stays on the server, and it can be finished once.</summary>
public sealed record PasskeyCeremony
{
    public const int MaxStateLength = 4000;

    /// <summary>How long a person may take.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    public required TenantId TenantId { get; init; }

    public required PasskeyPurpose Purpose { get; init; }

    /// <summary>What it belongs to: the session that registers, or the sign-in under way. A new ceremony replaces the old one.</summary>
    public required Guid Owner { get; init; }

    public required PersonId PersonId { get; init; }

    /// <summary>The challenge and what goes with it, as the verifier keeps it.</summary>
    public required string State { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
}
