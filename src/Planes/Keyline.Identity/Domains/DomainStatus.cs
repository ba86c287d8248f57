namespace Keyline.Identity.Domains;

/// <summary>How a claim stands, and until when.</summary>
/// <param name="State">The state.</param>
/// <param name="Until">When it ends by itself: a claim without proof, or a verified domain whose record is missing.</param>
public sealed record DomainStatus(DomainState State, DateTimeOffset? Until)
{
    /// <summary>Works it out from the claim.</summary>
    public static DomainStatus Of(Domain domain, DomainRules rules) => (domain.VerifiedAt, domain.MissingSince) switch
    {
        (null, null) => new(DomainState.Claimed, domain.ClaimedAt + rules.ClaimLifetime),
        (null, { } since) => new(DomainState.Lost, since + rules.Grace + rules.ClaimLifetime),
        (_, null) => new(DomainState.Verified, null),
        (_, { } since) => new(DomainState.Missing, since + rules.Grace),
    };
}
