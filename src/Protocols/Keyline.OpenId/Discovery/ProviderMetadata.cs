using Keyline.OpenId.Keys;

namespace Keyline.OpenId.Discovery;

/// <summary>What a provider says about itself, as far as we use it (OpenID Connect Discovery section 3, RFC 8414).</summary>
public sealed record ProviderMetadata
{
    /// <summary>The issuer; equal to the configured one.</summary>
    public required string Issuer { get; init; }

    /// <summary>Where people are sent to sign in.</summary>
    public required Uri AuthorizationEndpoint { get; init; }

    /// <summary>Where codes are exchanged.</summary>
    public required Uri TokenEndpoint { get; init; }

    /// <summary>Where the keys are.</summary>
    public required Uri JwksUri { get; init; }

    /// <summary>Where more claims are, or null.</summary>
    public Uri? UserInfoEndpoint { get; init; }

    /// <summary>Where people are sent to sign out, or null.</summary>
    public Uri? EndSessionEndpoint { get; init; }

    /// <summary>
    /// The signature algorithms that the provider names and we accept; at least one. Tokens are verified with what the
    /// relying party accepts: a provider may let a single client have another algorithm of its list.
    /// </summary>
    public required IReadOnlyList<SignatureAlgorithm> Algorithms { get; init; }

    /// <summary>Whether every response of the authorization endpoint names its issuer (RFC 9207).</summary>
    public bool NamesIssuerInResponses { get; init; }

    /// <summary>Whether single claims can be asked for with the <c>claims</c> parameter.</summary>
    public bool TakesClaimsParameter { get; init; }

    /// <summary>Whether the provider tells us when a session ends.</summary>
    public bool SendsBackChannelLogout { get; init; }

    /// <summary>The authentication classes that the provider says it knows.</summary>
    public IReadOnlyList<string> AuthenticationClasses { get; init; } = [];

    /// <summary>The scopes that the provider says it knows.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];
}
