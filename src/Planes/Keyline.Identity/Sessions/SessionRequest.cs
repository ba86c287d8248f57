using Keyline.Identity.Federation;
using Keyline.Identity.People;
using Keyline.Secrets;

namespace Keyline.Identity.Sessions;

/// <summary>What a new session is to be.</summary>
public sealed record SessionRequest
{
    public required Person Person { get; init; }

    public required SignInMethod Method { get; init; }

    public ConnectionId? ConnectionId { get; init; }

    public required Assurance Assurance { get; init; }

    public required DateTimeOffset AuthenticatedAt { get; init; }

    public required SessionLimits Limits { get; init; }

    /// <summary>The latest end that the IdP allows (SAML SessionNotOnOrAfter); null where it says nothing.</summary>
    public DateTimeOffset? NotAfter { get; init; }

    public required ClientDescription Client { get; init; }

    public string? IdpSession { get; init; }

    public string? IdpSubject { get; init; }

    /// <summary>What signing out at the IdP needs; it is sealed.</summary>
    public SecretText? LogoutHint { get; init; }
}
