using Keyline.Tenancy;

namespace Keyline.Identity.SignIn;

/// <summary>What a sign-in is about, apart from who it is.</summary>
public sealed record SignInContext
{
    public required Tenant Tenant { get; init; }

    public required SignInPurpose Purpose { get; init; }

    public required SignInOrigin Origin { get; init; }

    public required string ReturnPath { get; init; }

    /// <summary>The transaction that the browser started; null when the IdP sent the person unasked.</summary>
    public SignInTransaction? Transaction { get; init; }
}
