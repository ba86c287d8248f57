using Keyline.Identity.People;
using Keyline.Identity.Sessions;

namespace Keyline.Portal.Account;

/// <summary>"My account": who this person is here, where that comes from, and what it permits.</summary>
public sealed record ProfileModel
{
    public required PersonDetails Me { get; init; }

    /// <summary>Who the person is at which connection.</summary>
    public required IReadOnlyList<IdentityLine> Identities { get; init; }

    public required IReadOnlyList<RoleLine> Roles { get; init; }

    /// <summary>The session of this page.</summary>
    public required LiveSession Session { get; init; }

    /// <summary>The connection through which this session came; null for a local one.</summary>
    public string? Through { get; init; }
}
