using Keyline.OpenId.Requests;
using Keyline.OpenId.Tokens;
using Keyline.Secrets;

namespace Keyline.OpenId.Verification;

/// <summary>What an ID token must fit.</summary>
public sealed record IdTokenExpectations
{
    /// <summary>The nonce that was sent.</summary>
    public required SecretText Nonce { get; init; }

    /// <summary>The <c>max_age</c> that was sent, or null.</summary>
    public TimeSpan? MaxAge { get; init; }

    /// <summary>The authentication classes of which the token must have one; empty when any will do.</summary>
    public IReadOnlyList<string> RequiredAcr { get; init; } = [];

    /// <summary>The access token that came with it, which <c>at_hash</c> must fit.</summary>
    public SecretText? AccessToken { get; init; }

    /// <summary>The code that was exchanged, which <c>c_hash</c> must fit.</summary>
    public SecretText? Code { get; init; }

    /// <summary>What the ID token of a code flow must fit.</summary>
    /// <param name="code">The code that was exchanged.</param>
    /// <param name="answer">What the token endpoint gave.</param>
    public static IdTokenExpectations Of(AuthorizationCode code, TokenAnswer answer) => new()
    {
        Nonce = code.Request.Nonce,
        MaxAge = code.Request.MaxAge,
        RequiredAcr = code.Request.RequiredAcr,
        AccessToken = answer.AccessToken,
        Code = code.Code,
    };
}
