using Keyline.Identity.People;
using Keyline.Identity.SignIn;

namespace Keyline.Identity.LocalSignIn;

/// <summary>A local sign-in whose password was right and whose second proof is awaited. Any node can go on with it; it ends once.</summary>
public sealed record LocalTransaction
{
    public const int MaxReturnPathLength = SignInTransaction.MaxReturnPathLength;

    /// <summary>How many second proofs are looked at.</summary>
    public const int MaxTries = 5;

    /// <summary>How long a person may take for the second proof.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    public required LocalTransactionId Id { get; init; }

    public required TenantId TenantId { get; init; }

    public required PersonId PersonId { get; init; }

    /// <summary>SHA-256 of the secret in the browser's cookie.</summary>
    public required byte[] SecretHash { get; init; }

    public required string ReturnPath { get; init; }

    /// <summary>When the password was right.</summary>
    public required DateTimeOffset PasswordAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public int Tries { get; init; }

    public DateTimeOffset? SpentAt { get; init; }

    /// <summary>Whether it still awaits a proof.</summary>
    public bool IsOpen(DateTimeOffset now) => SpentAt is null && now < ExpiresAt && Tries < MaxTries;
}
