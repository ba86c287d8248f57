using Keyline.Saml.Messages;
using Keyline.Saml.Signatures;

namespace Keyline.Saml.Verification;

/// <summary>
/// An assertion that passed every check. Only <see cref="ResponseVerifier"/> makes one. Whether it came before is the caller's to
/// know: remember <see cref="Id"/> with <see cref="Issuer"/> until <see cref="ReplayUntil"/>, and refuse a second coming.
/// </summary>
public sealed class VerifiedAssertion
{
    internal VerifiedAssertion()
    {
    }

    /// <summary>The assertion's ID: the replay key together with <see cref="Issuer"/>, and for the audit log.</summary>
    public required string Id { get; init; }

    /// <summary>The ID of the response that brought it, for the audit log.</summary>
    public required string ResponseId { get; init; }

    /// <summary>The identity provider's entity ID.</summary>
    public required string Issuer { get; init; }

    /// <summary>The request that it answers; none when it was IdP-initiated.</summary>
    public string? InResponseTo { get; init; }

    /// <summary>Whose assertion it is. A transient name is no identity: see <see cref="Messages.NameId.IsTransient"/>.</summary>
    public required NameId NameId { get; init; }

    /// <summary>What is said of the subject, in the order of the message; a name may come more than once.</summary>
    public required IReadOnlyList<AssertedValues> Attributes { get; init; }

    /// <summary>When the subject proved themselves.</summary>
    public required DateTimeOffset AuthnInstant { get; init; }

    /// <summary>How the subject proved themselves: a class, if stated.</summary>
    public string? AuthnContext { get; init; }

    /// <summary>The identity provider's own name of the session, needed for single logout.</summary>
    public string? SessionIndex { get; init; }

    /// <summary>When the session must end at the latest, if stated.</summary>
    public DateTimeOffset? SessionNotOnOrAfter { get; init; }

    /// <summary>When the assertion was made, by the identity provider's clock.</summary>
    public required DateTimeOffset IssueInstant { get; init; }

    /// <summary>From this instant on the assertion would be refused as expired, so its ID may be forgotten.</summary>
    public required DateTimeOffset ReplayUntil { get; init; }

    /// <summary>x.</summary>
    public required TimeSpan ClockOffset { get; init; }

    /// <summary>The key that signed: the response's when both are signed.</summary>
    public required VerificationKey SignedBy { get; init; }

    /// <summary>Whether the assertion came encrypted.</summary>
    public required bool WasEncrypted { get; init; }
}
