using Keyline.Checks;
using Keyline.Identity.Federation;
using Keyline.Identity.Sessions;
using Keyline.Secrets;

namespace Keyline.Identity.SignIn;

/// <summary>
/// Proof that an IdP vouches for somebody, now, at one connection. All protocols end in it, and only their verified
/// answers can make it.
/// </summary>
public sealed class VerifiedSignIn
{
    internal VerifiedSignIn()
    {
    }

    /// <summary>Whose word it is.</summary>
    public required Connection Connection { get; init; }

    /// <summary>I4: the immutable subject at this connection.</summary>
    public required string Subject { get; init; }

    public required ClaimedProfile Profile { get; init; }

    /// <summary>The groups; null when the connection reads none, so that what is known stays as it is.</summary>
    public IReadOnlyList<ClaimedGroup>? Groups { get; init; }

    public required SignInMethod Method { get; init; }

    public required Assurance Assurance { get; init; }

    /// <summary>When the person proved who they are, by the IdP's word.</summary>
    public required DateTimeOffset AuthenticatedAt { get; init; }

    /// <summary>The IdP's session, by which its logout names this one.</summary>
    public string? IdpSession { get; init; }

    /// <summary>The subject as the IdP's logout names it; it may differ from <see cref="Subject"/>.</summary>
    public string? IdpSubject { get; init; }

    /// <summary>The latest instant at which the session may still live, by the IdP's word.</summary>
    public DateTimeOffset? IdpSessionEndsAt { get; init; }

    /// <summary>What signing out at the IdP needs.</summary>
    public SecretText? LogoutHint { get; init; }

    /// <summary>The identifiers that the IdP logs too, for the audit (I10).</summary>
    public required IReadOnlyDictionary<string, string> Evidence { get; init; }

    /// <summary>How far the IdP's clock is ahead of ours, as its answer shows; null where it shows nothing.</summary>
    public TimeSpan? ClockOffset { get; init; }

    public required CheckReport Report { get; init; }

    /// <summary>The attributes or claims by name, as they came.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Attributes { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>();
}
