namespace Keyline.Identity.Domains;

/// <summary>How long claims last and how often they are checked.</summary>
public sealed record DomainRules
{
    /// <summary>How long a verified domain's record may be missing before the domain is lost.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromDays(7);

    /// <summary>How often a verified domain is checked again.</summary>
    public TimeSpan CheckEvery { get; init; } = TimeSpan.FromHours(6);

    /// <summary>How long a claim waits for its proof.</summary>
    public TimeSpan ClaimLifetime { get; init; } = TimeSpan.FromDays(14);
}
