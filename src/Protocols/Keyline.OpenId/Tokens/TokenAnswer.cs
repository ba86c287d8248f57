using Keyline.Secrets;

namespace Keyline.OpenId.Tokens;

/// <summary>What the token endpoint gave; nothing in it is verified yet.</summary>
public sealed record TokenAnswer
{
    /// <summary>The access token, for userinfo and Graph.</summary>
    public required SecretText AccessToken { get; init; }

    /// <summary>The ID token; null only for a token without a person.</summary>
    public SecretText? IdToken { get; init; }

    /// <summary>How long the access token lives, when the provider says.</summary>
    public TimeSpan? ExpiresIn { get; init; }

    /// <summary>What the access token is for, when it differs from what was asked.</summary>
    public string? Scope { get; init; }
}
