using System.Text.Json.Serialization;
using Keyline.OpenId.Clients;
using Keyline.OpenId.Keys;

namespace Keyline.Identity.Federation.Oidc;

/// <summary>The settings of an OpenID Connect connection.</summary>
public sealed record OidcConnectionSettings : ConnectionSettings
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override ConnectionKind Kind => ConnectionKind.Oidc;

    /// <summary>The issuer, to the letter; for Entra with several tenants with the place <c>{tenantid}</c>.</summary>
    public string Issuer { get; init; } = "";

    /// <summary>Where the metadata is, if not at the well-known place below the issuer.</summary>
    public Uri? MetadataAddress { get; init; }

    public string ClientId { get; init; } = "";

    public OidcClientMethod ClientMethod { get; init; }

    /// <summary>The client secret, sealed for <see cref="SecretPurpose"/>.</summary>
    public string? SealedClientSecret { get; init; }

    /// <summary>The private key in PEM, sealed for <see cref="SecretPurpose"/>.</summary>
    public string? SealedPrivateKey { get; init; }

    public SignatureAlgorithm PrivateKeyAlgorithm { get; init; } = SignatureAlgorithm.ES256;

    public IReadOnlyList<string> Scopes { get; init; } = ["openid", "profile", "email"];

    /// <summary>The Entra tenants whose people may come, where the issuer is that of all.</summary>
    public IReadOnlyList<string> AllowedTenants { get; init; } = [];

    /// <summary>The Google Workspace domains whose people may come; Google has one issuer for the whole world.</summary>
    public IReadOnlyList<string> AllowedDomains { get; init; } = [];

    public SubjectSource Subject { get; init; }

    public IReadOnlyList<string> AcrValues { get; init; } = [];

    /// <summary>Whether one of <see cref="AcrValues"/> must come.</summary>
    public bool RequireAcr { get; init; }

    public int? MaxAgeSeconds { get; init; }

    public string? Prompt { get; init; }

    /// <summary>Whether the provider answers by a posted form instead of the query.</summary>
    public bool FormPost { get; init; }

    /// <summary>Whether userinfo is asked for what the ID token does not say.</summary>
    public bool ReadUserInfo { get; init; } = true;

    /// <summary>Whether the groups that Entra leaves out when there are too many are fetched from Graph.</summary>
    public bool FollowGroupOverage { get; init; }

    /// <summary>Graph's address; null for that of the public cloud.</summary>
    public Uri? GraphAddress { get; init; }

    /// <summary>Whether signing out here also signs out at the provider.</summary>
    public bool SignOutAtProvider { get; init; } = true;

    /// <summary>For what the secrets of a connection are sealed.</summary>
    public static string SecretPurpose(ConnectionId connection) => $"connection.oidc-secret/{connection}";
}
