using Keyline.Identity.People;

namespace Keyline.Identity.Authenticators.Passwords;

/// <summary>A person's password, as it is stored.</summary>
public sealed record PasswordCredential
{
    public const int MaxHashLength = 128;

    public required TenantId TenantId { get; init; }

    public required PersonId PersonId { get; init; }

    /// <summary>The hash with its parameters.</summary>
    public required string Hash { get; init; }

    /// <summary>Whether it is long enough to be the only factor (see <see cref="PasswordRules.MinLengthAlone"/>).</summary>
    public required bool SufficesAlone { get; init; }

    public required DateTimeOffset SetAt { get; init; }

    /// <summary>Since when another one is asked for: the use of a break-glass account. Null: it is not.</summary>
    public DateTimeOffset? RotationDueSince { get; init; }

    public override string ToString() => $"password of {PersonId}";
}
