using Keyline.Identity.Federation;

namespace Keyline.Identity.SignIn.Testing;

/// <summary>A test's result, kept for a short while for the browser that started it.</summary>
public sealed record StoredTestResult
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    /// <summary>The transaction's.</summary>
    public required TransactionId Id { get; init; }

    public required TenantId TenantId { get; init; }

    public required ConnectionId ConnectionId { get; init; }

    /// <summary>SHA-256 of the cookie of the browser that started it.</summary>
    public required byte[] BrowserHash { get; init; }

    public required string SealedResult { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
}
