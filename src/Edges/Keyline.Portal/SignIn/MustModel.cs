namespace Keyline.Portal.SignIn;

/// <summary>Something that a person must do before they may go on: sign in more strongly, accept an invitation, wait.</summary>
public sealed record MustModel
{
    public required string Title { get; init; }

    public required string Why { get; init; }

    public IReadOnlyList<WayIn> Ways { get; init; } = [];

    public string? TenantName { get; init; }

    public string? CancelHref { get; init; }
}
