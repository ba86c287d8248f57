using System.Net;

namespace Keyline.Identity.Authenticators.Throttling;

/// <summary>Somebody is about to try a secret of an account.</summary>
public sealed record Attempt
{
    public required TenantId TenantId { get; init; }

    public required AttemptKind Kind { get; init; }

    /// <summary>
    /// What names the account: the login as it was typed (<see cref="AccountKey.OfLogin"/>), known or not, so that throttling
    /// tells nothing of which accounts there are; or the person's identifier once the first factor has been proved.
    /// </summary>
    public required AccountKey Account { get; init; }

    /// <summary>Where the attempt comes from; null when that is not known, which counts as one network.</summary>
    public required IPAddress? Address { get; init; }

    /// <summary>
    /// The known-good device of exactly this account that makes the attempt, or null. Such a device is counted by itself:
    /// what others do to the account does not hold it up.
    /// </summary>
    public byte[]? Device { get; init; }
}
