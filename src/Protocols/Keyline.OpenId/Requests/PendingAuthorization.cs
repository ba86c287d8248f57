using Keyline.Secrets;

namespace Keyline.OpenId.Requests;

/// <summary>
/// What must be kept, sealed and bound to the browser, between the authorization request and its response; it is used
/// once. The response finds it by <see cref="State"/>.
/// </summary>
public sealed record PendingAuthorization
{
    /// <summary>The issuer that was asked; a response for another one is a mix-up.</summary>
    public required string Issuer { get; init; }

    /// <summary>Binds the response to the browser.</summary>
    public required SecretText State { get; init; }

    /// <summary>Binds the ID token to this request.</summary>
    public required SecretText Nonce { get; init; }

    /// <summary>Binds the code to us (RFC 7636).</summary>
    public required SecretText CodeVerifier { get; init; }

    /// <summary>The redirect address that was sent.</summary>
    public required Uri RedirectUri { get; init; }

    /// <summary>When the request was made.</summary>
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>The <c>max_age</c> that was sent, or null.</summary>
    public TimeSpan? MaxAge { get; init; }

    /// <summary>The authentication classes of which the ID token must have one; empty when any will do.</summary>
    public IReadOnlyList<string> RequiredAcr { get; init; } = [];
}
