using Keyline.Identity.People;

namespace Keyline.Identity.Authenticators.Devices;

/// <summary>A browser with which a person has signed in before. It proves nothing but that; guessing elsewhere does not hold it up.</summary>
public sealed record KnownDevice
{
    /// <summary>How long a browser stays known without a sign-in.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(180);

    /// <summary>How many browsers of one person are known; the oldest go first.</summary>
    public const int MaxPerPerson = 10;

    /// <summary>SHA-256 of the secret in the browser's cookie.</summary>
    public required byte[] SecretHash { get; init; }

    public required TenantId TenantId { get; init; }

    public required PersonId PersonId { get; init; }

    public required DateTimeOffset LastUsedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
}
