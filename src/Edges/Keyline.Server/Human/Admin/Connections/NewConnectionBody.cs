using Keyline.Identity.Federation.Managing;
using Keyline.Identity.Federation.Oidc;
using Keyline.Secrets;

namespace Keyline.Server.Human.Admin.Connections;

/// <summary>A connection to be made from a preset, such as <c>entra-oidc</c>.</summary>
internal sealed record NewConnectionBody(string Preset, string Name);

/// <summary>An IdP's SAML metadata: the XML itself, or where it is published.</summary>
internal sealed record MetadataBody(string? Xml = null, string? Address = null, string? EntityId = null);

/// <summary>Whether a connection is switched on without a test that succeeded.</summary>
internal sealed record EnableBody(bool Untested = false);

/// <summary>Who the IdP is and who we are there. What else a connection has stays as it is.</summary>
internal sealed record OidcBody(string Issuer, string ClientId, string? ClientSecret = null)
{
    // A record prints its members; this one has a secret.
    public override string ToString() => $"{Issuer} {ClientId}";

    public OidcChange ToChange(OidcConnectionSettings before) => new()
    {
        Issuer = Issuer,
        ClientId = ClientId,
        ClientSecret = ClientSecret is { Length: > 0 } secret ? new SecretText(secret) : null,
        MetadataAddress = before.MetadataAddress?.OriginalString,
        ClientMethod = before.ClientMethod,
        Scopes = before.Scopes,
        AllowedTenants = before.AllowedTenants,
        AllowedDomains = before.AllowedDomains,
        AcrValues = before.AcrValues,
        RequireAcr = before.RequireAcr,
        MaxAgeSeconds = before.MaxAgeSeconds,
        Prompt = before.Prompt,
        FormPost = before.FormPost,
        ReadUserInfo = before.ReadUserInfo,
        FollowGroupOverage = before.FollowGroupOverage,
        SignOutAtProvider = before.SignOutAtProvider,
    };
}
