namespace Keyline.Portal.SignIn;

/// <summary>After signing out.</summary>
public sealed record SignedOutModel
{
    public string? TenantName { get; init; }

    public required string SignInHref { get; init; }

    /// <summary>Whether the identity provider was told and has ended its session too; null where there is none.</summary>
    public bool? ProviderEnded { get; init; }
}
