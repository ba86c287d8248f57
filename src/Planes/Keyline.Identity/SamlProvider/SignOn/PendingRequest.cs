using Keyline.Identity.SamlProvider.Apps;
using Keyline.Identity.Sessions;
using Keyline.Saml.Messages;

namespace Keyline.Identity.SamlProvider.SignOn;

/// <summary>A verified request of a service provider, kept until the person is signed in and it can be answered.</summary>
public sealed record PendingRequest
{
    /// <summary>How long a person may take to sign in.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    public const int MaxRequestIdLength = 256;

    public const int MaxSubjectLength = 512;

    public const int MaxRelayStateLength = 80;

    public required PendingRequestId Id { get; init; }

    public required TenantId TenantId { get; init; }

    public required SamlAppId AppId { get; init; }

    /// <summary>SHA-256 of the text in the address that goes on with it.</summary>
    public required byte[] StateHash { get; init; }

    /// <summary>SHA-256 of the cookie that ties it to one browser.</summary>
    public required byte[] BrowserHash { get; init; }

    /// <summary>The AuthnRequest's ID, which the answer names.</summary>
    public required string RequestId { get; init; }

    /// <summary>The registered address that the answer goes to.</summary>
    public required string ConsumerService { get; init; }

    public string? RelayState { get; init; }

    public required bool ForceAuthn { get; init; }

    public required bool IsPassive { get; init; }

    public string? NameIdFormat { get; init; }

    /// <summary>Whom the app wants to be signed in, if anybody in particular.</summary>
    public string? Subject { get; init; }

    public required IReadOnlyList<string> Contexts { get; init; }

    public required AuthnContextComparison Comparison { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When the person was sent to sign in; null until then.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>The session that the browser had when the request came; signing in anew replaces it.</summary>
    public SessionId? SessionBefore { get; init; }
}
