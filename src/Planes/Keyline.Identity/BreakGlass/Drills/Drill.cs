using Keyline.Identity.People;

namespace Keyline.Identity.BreakGlass.Drills;

/// <summary>A drill: in its window the account must be signed in with; that is the proof that it works.</summary>
public sealed record Drill
{
    public const int MaxEvidenceLength = 4000;

    /// <summary>How long there is to sign in.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromHours(1);

    public required DrillId Id { get; init; }

    public required TenantId TenantId { get; init; }

    /// <summary>The account that is drilled.</summary>
    public required PersonId PersonId { get; init; }

    /// <summary>Who started it, for reading.</summary>
    public required string StartedBy { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When its window closes.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>What was signed.</summary>
    public string? Evidence { get; init; }

    public string? KeyId { get; init; }

    public byte[]? Signature { get; init; }

    /// <summary>Whether the sign-in is still awaited.</summary>
    public bool IsOpen(DateTimeOffset now) => CompletedAt is null && now >= StartedAt && now < EndsAt;
}
