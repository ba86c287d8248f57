using Keyline.Identity.Federation.Oidc;
using Keyline.Secrets;

namespace Keyline.Identity.Federation.Managing;

/// <summary>The settings of an OpenID Connect connection that an administrator chooses.</summary>
public sealed record OidcChange
{
    public required string Issuer { get; init; }

    /// <summary>Where the metadata is, if not below the issuer.</summary>
    public string? MetadataAddress { get; init; }

    public required string ClientId { get; init; }

    public required OidcClientMethod ClientMethod { get; init; }

    /// <summary>A new client secret; null keeps the one that there is.</summary>
    public SecretText? ClientSecret { get; init; }

    public required IReadOnlyList<string> Scopes { get; init; }

    public IReadOnlyList<string> AllowedTenants { get; init; } = [];

    public IReadOnlyList<string> AllowedDomains { get; init; } = [];

    public IReadOnlyList<string> AcrValues { get; init; } = [];

    public bool RequireAcr { get; init; }

    public int? MaxAgeSeconds { get; init; }

    public string? Prompt { get; init; }

    public bool FormPost { get; init; }

    public bool ReadUserInfo { get; init; }

    public bool FollowGroupOverage { get; init; }

    public bool SignOutAtProvider { get; init; }
}
