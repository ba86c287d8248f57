namespace Keyline.Portal.SignIn;

/// <summary>Several ways in for one person or tenant; the person chooses.</summary>
public sealed record ChooseConnectionModel
{
    public required string TenantName { get; init; }

    public required IReadOnlyList<WayIn> Ways { get; init; }

    /// <summary>Back to the first page, to name another account.</summary>
    public required string OtherAccountHref { get; init; }

    public string? Identifier { get; init; }
}
