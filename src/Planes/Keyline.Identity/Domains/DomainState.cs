namespace Keyline.Identity.Domains;

/// <summary>How a claim stands.</summary>
public enum DomainState
{
    /// <summary>Claimed; its proof is awaited.</summary>
    Claimed,

    /// <summary>Proved.</summary>
    Verified,

    /// <summary>Proved, but the record has been missing since the last checks; it still counts.</summary>
    Missing,

    /// <summary>The record was missing for the whole grace period; it counts no more.</summary>
    Lost,
}
