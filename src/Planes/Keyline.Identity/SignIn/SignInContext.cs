using Keyline.Identity.Sessions;
using Keyline.Tenancy;

namespace Keyline.Identity.SignIn;

/// <summary>What a sign-in is about, apart from who it is.</summary>
public sealed record SignInContext
{
    public required Tenant Tenant { get; init; }

    public required SignInPurpose Purpose { get; init; }

    public required ClientDescription Client { get; init; }

    public required string ReturnPath { get; init; }

    /// <summary>The transaction that the browser started; null when the IdP sent the person unasked.</summary>
    public SignInTransaction? Transaction { get; init; }

    /// <summary>What the IdP answered, for the page of a test; it is kept sealed and shown to nobody else.</summary>
    internal string? RawResponse { get; init; }

    internal TransactionDetails Details { get; init; } = new();
}
