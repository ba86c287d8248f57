using Keyline.Identity.Federation.Oidc;

namespace Keyline.Portal.Connections;

/// <summary>The OpenID provider and our client there.</summary>
public sealed record OidcIdpModel
{
    public required DeskFrame Frame { get; init; }

    public required OidcConnectionSettings Settings { get; init; }

    public required FormState Form { get; init; }

    public string? IssuerExample { get; init; }

    /// <summary>Whether Entra's and Google's own lists are shown.</summary>
    public bool IsEntra { get; init; }

    public bool IsGoogle { get; init; }

    /// <summary>Our public key as a JWK set, when there is one.</summary>
    public string? PublicKeys { get; init; }
}
