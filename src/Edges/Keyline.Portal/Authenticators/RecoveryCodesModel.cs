namespace Keyline.Portal.Authenticators;

/// <summary>New recovery codes, shown this once.</summary>
public sealed record RecoveryCodesModel
{
    public required string TenantName { get; init; }

    public required IReadOnlyList<string> Codes { get; init; }

    public required string NextHref { get; init; }

    public required string NextText { get; init; }
}
