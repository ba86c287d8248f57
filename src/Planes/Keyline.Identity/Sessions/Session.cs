using Keyline.Identity.Federation;
using Keyline.Identity.People;

namespace Keyline.Identity.Sessions;

/// <summary>One browser's signed-in state, as it is stored. The secret in the cookie is kept only as a hash.</summary>
public sealed record Session
{
    public const int MaxClientLength = 200;

    public const int MaxIdpSessionLength = 512;

    public required SessionId Id { get; init; }

    public required TenantId TenantId { get; init; }

    public required PersonId PersonId { get; init; }

    /// <summary>SHA-256 of the cookie's value.</summary>
    public required byte[] SecretHash { get; init; }

    public required SignInMethod Method { get; init; }

    public ConnectionId? ConnectionId { get; init; }

    public required Assurance Assurance { get; init; }

    /// <summary>When the person last proved who they are.</summary>
    public required DateTimeOffset AuthenticatedAt { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it ends, used or not.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>After how much silence it ends.</summary>
    public required TimeSpan IdleLimit { get; init; }

    /// <summary>When it was last used, to within a minute.</summary>
    public required DateTimeOffset LastSeenAt { get; init; }

    /// <summary>The browser and system, in a few words.</summary>
    public required string Client { get; init; }

    public required string Address { get; init; }

    /// <summary>The IdP's own name for its session: SAML SessionIndex, OIDC <c>sid</c>.</summary>
    public string? IdpSession { get; init; }

    /// <summary>The IdP's subject, by which a logout request from it names the person.</summary>
    public string? IdpSubject { get; init; }

    /// <summary>What signing out at the IdP needs (NameID as XML attributes, ID token), sealed.</summary>
    public string? SealedLogoutHint { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public SessionEnd? EndReason { get; init; }

    /// <summary>Whether it still opens anything.</summary>
    public bool IsLive(DateTimeOffset now) => EndedAt is null && ExpiresAt > now && LastSeenAt + IdleLimit > now;
}
